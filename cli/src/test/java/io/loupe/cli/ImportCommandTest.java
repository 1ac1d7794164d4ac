package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelStore;
import io.loupe.vision.encoder.Tap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A TensorFlow.js model that takes the top left pixel of each 8 x 8 cell, on its way into a store. */
final class ImportCommandTest {
    private static final String GRAPH = """
            {
              "format": "graph-model",
              "modelTopology": {"node": [
                {"name": "image", "op": "Placeholder"},
                {"name": "filter", "op": "Const"},
                {"name": "cells", "op": "Conv2D", "input": ["image", "filter"],
                 "attr": {"strides": {"list": {"i": ["1", "8", "8", "1"]}}, "padding": {"s": "VkFMSUQ="}}},
                {"name": "best", "op": "TopKV2", "input": ["cells"]},
                {"name": "after", "op": "Relu", "input": ["best"]},
                {"name": "beside", "op": "Relu", "input": ["best:1"]}
              ]},
              "weightsManifest": [
                {"paths": ["weights.bin"], "weights": [{"name": "filter", "shape": [1, 1, 3, 1], "dtype": "float32"}]}
              ]
            }
            """;
    private static final String RECIPE = """
            {
              "id": "corner", "licence": "Apache-2.0", "source": "made here",
              "input": {
                "name": "pixels", "layout": "NCHW", "dtype": "float32", "size": [64, 64], "dynamic_size": true,
                "mean": [0, 0, 0], "std": [1, 1, 1], "scale": "0..1", "channel_order": "RGB",
                "resize": "bilinear, whole image squashed", "size_multiple": 8
              },
              "outputs": {"taps": {"stride8": "cells"}}
            }
            """;

    @TempDir
    private Path folder;

    private Path graph = Path.of("");
    private Path recipe = Path.of("");

    @BeforeEach
    void writeTheModel() throws IOException {
        Files.write(folder.resolve("weights.bin"), HexFormat.of().parseHex("0000803f0000803f0000803f"));
        graph = Files.writeString(folder.resolve("graph.json"), GRAPH);
        recipe = Files.writeString(folder.resolve("recipe.json"), RECIPE);
    }

    @Test
    void convertsATensorFlowJsModelByARecipe() throws IOException {
        ModelStore store = ModelStore.at(folder.resolve("store"));
        ImportCommand command = new ImportCommand();
        new CommandLine(command).parseArgs(graph.toString(), "--recipe", recipe.toString());

        ModelDescription imported = command.importInto(store);

        assertThat(imported.taps()).containsExactly(new Tap("stride8", 8, 1));
        assertThat(store.list()).containsExactly(imported);
    }

    @Test
    void asksForARecipeWhereThereIsNone() {
        Run run = Run.loupe("models", "import", graph);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("add --recipe FILE").contains("docs/networks.md");
    }

    @Test
    void takesNoRecipeForAFolder() {
        Run run = Run.loupe("models", "import", folder, "--recipe", recipe);

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--recipe and --labels are for the JSON file of a TensorFlow.js model");
    }

    @Test
    void saysWhatIsWrongWithAModel() throws IOException {
        Files.writeString(recipe, RECIPE.replace("cells", "best"));

        Run run = Run.loupe("models", "import", graph, "--recipe", recipe);

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("node 'best' (TopKV2): this operator cannot be converted");
    }

    @Test
    void saysWhichLabelsAreMissing() {
        Run run = Run.loupe("models", "import", graph, "--recipe", recipe, "--labels", folder.resolve("none.txt"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("The class names").contains("none.txt cannot be read");
    }

    @Test
    void listsTheNodesThatARecipeCanName() {
        Run run = Run.loupe("models", "nodes", graph, "--size", "64");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "for pictures of 64 x 64 pixels",
                        "  64 x 64       3 channels  Placeholder                image",
                        "   8 x 8        1 channels  Conv2D                     cells");
    }

    @Test
    void listsTheNodesForTheSizeThatTheGraphWasMadeFor() throws IOException {
        String shape =
                "\"attr\": {\"shape\": {\"shape\": {\"dim\": [{\"size\": \"-1\"}, {\"size\": \"32\"}, {\"size\": \"48\"}, {\"size\": \"3\"}]}}}";
        Files.writeString(graph, GRAPH.replace("\"Placeholder\"", "\"Placeholder\", " + shape));

        Run run = Run.loupe("models", "nodes", graph);

        assertThat(run.out()).contains("for pictures of 32 x 48 pixels").contains("   4 x 6        1 channels");
    }
}
