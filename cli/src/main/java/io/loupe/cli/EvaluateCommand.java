package io.loupe.cli;

import io.loupe.cli.dataset.Category;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.cli.evaluation.EvaluationSummary;
import io.loupe.cli.output.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Learns from the good parts of labelled categories and measures how well the rest is judged. */
@Command(
        name = "evaluate",
        sortOptions = false,
        header = "Learn from a labelled data set and measure how well it is judged.",
        description = {
            "",
            "Picture metrics need good and defective test pictures, pixel metrics need masks; what cannot be measured",
            "is left empty. Maps are compared with the masks at the masks' own size, AU-PRO goes up to a false",
            "positive rate of 0.3.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  loupe evaluate --data mvtec --category transistor",
            "  loupe evaluate --data mvtec --all --json results.json --no-plots"
        })
final class EvaluateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private CategoryOptions categories;

    @Mixin
    private EncoderOptions encoder = new EncoderOptions();

    @Mixin
    private MethodOptions method = new MethodOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Write result pictures, plots and a report for each category below this folder.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the results as JSON; - for the standard output.")
    private @Nullable Path json;

    @Option(names = "--no-plots", description = "Leave ROC curve and histogram out of the report.")
    private boolean noPlots;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.of(spec);
        Evaluator evaluator = new Evaluator(
                method.trainingSettings(encoder.request()),
                encoder.settings(),
                Optional.ofNullable(out),
                noPlots ? Evaluator.Plots.LEFT_OUT : Evaluator.Plots.DRAWN);
        List<CategoryResult> results = new ArrayList<>();
        try (ProgressBar progress = terminal.progressBar()) {
            for (Category category : categories.categories()) {
                results.add(evaluator.evaluate(category, progress));
            }
        }
        Object document = categories.isAll() ? EvaluationSummary.of(results) : results.getFirst();
        if (json == null || !json.equals(Path.of("-"))) {
            results.forEach(result -> terminal.out().println(lineOf(result)));
        }
        if (json != null) {
            Json.write(document, json, terminal.out());
        }
        terminal.out().flush();
        return ExitCode.DONE.number();
    }

    private static String lineOf(CategoryResult result) {
        return String.format(
                Locale.ROOT,
                "%-20s image AUROC %s  pixel AUROC %s  AU-PRO %s  F1 %s  false rejects %s (promised %.3f)  %.0f ms/picture",
                result.category(),
                text(result.imageAuroc()),
                text(result.pixelAuroc()),
                text(result.aupro()),
                text(result.f1()),
                text(result.measuredFalseRejectRate()),
                result.promisedFalseRejectRate(),
                result.millisecondsPerImage() == null ? Double.NaN : result.millisecondsPerImage());
    }

    private static String text(@Nullable Double metric) {
        return metric == null ? "  -  " : String.format(Locale.ROOT, "%.3f", metric);
    }
}
