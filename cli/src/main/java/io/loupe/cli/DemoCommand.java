package io.loupe.cli;

import io.loupe.cli.dataset.DataSet;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.cli.output.PngFile;
import io.loupe.samples.Product;
import io.loupe.samples.SampleDataSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole way on made parts, in under a minute. */
@Command(
        name = "demo",
        sortOptions = false,
        header = "Make parts with defects, learn, inspect, evaluate, and write a report to look at.",
        description = {
            "",
            "Nothing is downloaded: the parts are drawn by Loupe. The folder it leaves is a data set like your own",
            "could be, and everything the demo does with it, the other commands can do with yours.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    private static final int GOOD_FOR_TRAINING = 40;
    private static final int GOOD_FOR_TEST = 12;
    private static final int DEFECTIVE_OF_EACH_KIND = 3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EncoderOptions encoder = new EncoderOptions();

    @Mixin
    private MethodOptions method = new MethodOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            defaultValue = "loupe-demo",
            description = "Where the made parts and the reports go. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("loupe-demo");

    @Option(
            names = "--product",
            paramLabel = "P",
            split = ",",
            defaultValue = "bracket,regulator,cloth",
            description = "What to make: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private List<Product> products = List.of(Product.BRACKET, Product.REGULATOR, Product.CLOTH);

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Path parts = out.resolve("parts");
        Evaluator evaluator = new Evaluator(
                method.trainingSettings(encoder.request()),
                encoder.settings(),
                Optional.of(out.resolve("results")),
                Evaluator.Plots.DRAWN);
        try (ProgressBar progress = terminal.progressBar()) {
            for (Product product : products) {
                SampleDataSet plan =
                        new SampleDataSet(product, GOOD_FOR_TRAINING, GOOD_FOR_TEST, DEFECTIVE_OF_EACH_KIND, 1);
                make(plan, parts, progress);
                CategoryResult result = evaluator.evaluate(DataSet.at(parts).category(plan.category()), progress);
                progress.say(sentenceOf(result));
            }
        }
        terminal.out()
                .printf("%nLook at it: open %s%n", reportOf(products.getFirst()).toAbsolutePath());
        products.stream()
                .skip(1)
                .forEach(product -> terminal.out()
                        .printf("            and %s%n", reportOf(product).toAbsolutePath()));
        terminal.out().printf("%nNow with your own parts: loupe train --good FOLDER --out part.loupe%n");
        terminal.out().flush();
        return ExitCode.DONE.number();
    }

    private Path reportOf(Product product) {
        return out.resolve("results")
                .resolve(product.name().toLowerCase(Locale.ROOT))
                .resolve("report.html");
    }

    private static void make(SampleDataSet plan, Path folder, ProgressBar progress) {
        List<SampleDataSet.Picture> pictures = plan.pictures();
        int[] done = {0};
        pictures.parallelStream().forEach(picture -> {
            switch (picture) {
                case SampleDataSet.Good good -> PngFile.write(folder.resolve(good.imagePath()), good.render());
                case SampleDataSet.Defective defective -> {
                    var labelled = defective.render();
                    PngFile.write(folder.resolve(defective.imagePath()), labelled.image());
                    PngFile.write(folder.resolve(defective.maskPath()), labelled.mask());
                }
            }
            synchronized (done) {
                progress.report("making parts", ++done[0], pictures.size());
            }
        });
    }

    private static String sentenceOf(CategoryResult result) {
        int defective = result.perDefect().values().stream()
                .mapToInt(CategoryResult.DefectResult::images)
                .sum();
        int found = result.perDefect().values().stream()
                .mapToInt(CategoryResult.DefectResult::rejected)
                .sum();
        return String.format(
                Locale.ROOT,
                "%s: %d of %d defective parts FAIL, %d of %d good ones; image AUROC %.3f",
                result.category(),
                found,
                defective,
                result.pictures().falsePositives(),
                result.pictures().falsePositives() + result.pictures().trueNegatives(),
                result.imageAuroc());
    }
}
