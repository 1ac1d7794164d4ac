package io.loupe.cli;

import io.loupe.onnx.tensorflowjs.OutputCandidate;
import io.loupe.onnx.tensorflowjs.TensorFlowJsModel;
import io.loupe.vision.encoder.InputSize;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a recipe can name. */
@Command(
        name = "nodes",
        sortOptions = false,
        header = "List the nodes of a TensorFlow.js graph model that a recipe can name as outputs.",
        description = {"", "For each node: rows and columns of cells, channels, operator, name."})
final class NodesCommand implements Callable<Integer> {
    private static final int USUAL_SIDE = 256;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The JSON file of the model.")
    private Path file = Path.of("");

    @Option(
            names = "--size",
            paramLabel = "N",
            description =
                    "Side of the square, in pixels, that the graph was made for. Default: what it says itself, else "
                            + USUAL_SIDE + ".")
    private @Nullable Integer size;

    @Override
    public Integer call() {
        TensorFlowJsModel model = TensorFlowJsModel.read(file);
        InputSize picture =
                size != null ? InputSize.square(size) : model.pictureSize().orElse(InputSize.square(USUAL_SIDE));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("for pictures of %d x %d pixels%n", picture.height(), picture.width());
        for (OutputCandidate node : model.outputCandidates(picture)) {
            out.printf(
                    "%4d x %-4d %5d channels  %-26s %s%n",
                    node.height(), node.width(), node.channels(), node.operator(), node.node());
        }
        out.flush();
        return ExitCode.DONE.number();
    }
}
