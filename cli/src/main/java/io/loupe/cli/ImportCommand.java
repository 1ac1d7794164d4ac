package io.loupe.cli;

import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelStore;
import io.loupe.onnx.tensorflowjs.ClassNames;
import io.loupe.onnx.tensorflowjs.Recipe;
import io.loupe.onnx.tensorflowjs.TensorFlowJsModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Networks made elsewhere become the user's own. */
@Command(
        name = "import",
        sortOptions = false,
        header = "Check a network and copy it to your own folder.",
        description = {
            "",
            "NETWORK is a folder with model.json and model.onnx, or the JSON file of a TensorFlow.js graph model, which is",
            "converted by a recipe; docs/networks.md tells how to write one. 'loupe models nodes' lists what it can name.",
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NETWORK", description = "A folder, or the JSON file of a TensorFlow.js graph model.")
    private Path network = Path.of("");

    @Option(
            names = "--recipe",
            paramLabel = "FILE",
            description = "For a TensorFlow.js model: its name, how pictures are fed, and which nodes are outputs.")
    private @Nullable Path recipe;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "For a TensorFlow.js model that detects objects: one class name per line.")
    private @Nullable Path labels;

    @Override
    public Integer call() throws IOException {
        ModelStore store = ModelStore.ofUser();
        ModelDescription imported = importInto(store);
        spec.commandLine().getOut().printf("%s is in %s%n", imported.id(), store.path());
        return ExitCode.DONE.number();
    }

    ModelDescription importInto(ModelStore store) throws IOException {
        if (Files.isRegularFile(network)) {
            return importConverted(store);
        }
        if (recipe != null || labels != null) {
            throw new IllegalArgumentException(
                    "--recipe and --labels are for the JSON file of a TensorFlow.js model; %s is none. A folder with model.json needs neither."
                            .formatted(network));
        }
        return store.importFolder(network);
    }

    private ModelDescription importConverted(ModelStore store) throws IOException {
        if (recipe == null) {
            throw new IllegalArgumentException(
                    "%s is a file, so it should be a TensorFlow.js graph model, which needs a recipe: add --recipe FILE (docs/networks.md tells how to write one). A network in ONNX form is a folder."
                            .formatted(network));
        }
        List<String> names = labels == null ? List.of() : ClassNames.read(labels);
        Path folder = Files.createTempDirectory("loupe-import-");
        try {
            TensorFlowJsModel.read(network).convert(Recipe.read(recipe), names).writeTo(folder);
            return store.importFolder(folder);
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path entry : tree.toList().reversed()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder %s could not be deleted".formatted(folder), e);
        }
    }
}
