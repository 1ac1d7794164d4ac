package io.loupe.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Opens the network of a model folder for the outputs that are wanted (all of them, when none is named) and holds it
 * against its description: checksum, names, then one run on a black picture for the shapes. What opens works.
 */
final class NetworkOpening {
    /**
     * A graphics card gains from batches. Two CPU cores lose: 8 pictures of 256 x 256 at once took 11 ms each where single
     * ones took 8 (mobilenet-v2-imagenet, best of 12 and of 60 runs), and held 180 MB more.
     */
    private static final int PICTURES_PER_RUN_ON_GPU = 8;

    private final ModelFolder folder;
    private final ModelDescription description;
    private final InputSize inputSize;
    private final List<WantedOutput> wanted;
    private final int picturesPerRun;

    private NetworkOpening(ModelFolder folder, InputSize inputSize, List<WantedOutput> wanted, int picturesPerRun) {
        this.folder = folder;
        this.description = folder.description();
        this.inputSize = inputSize;
        this.wanted = wanted;
        this.picturesPerRun = picturesPerRun;
    }

    /**
     * @throws IllegalArgumentException if the network cannot take this size
     * @throws UnableToOpenEncoderException if the file is damaged or not what the description says
     */
    static OnnxNetwork open(
            ModelFolder folder, InputSize inputSize, List<WantedOutput> wanted, EncoderSettings settings) {
        folder.description().input().requireSize(folder.description().id(), inputSize);
        return new NetworkOpening(folder, inputSize, wanted, picturesPerRun(settings)).open(settings);
    }

    private static int picturesPerRun(EncoderSettings settings) {
        if (settings.batch() > 0) {
            return settings.batch();
        }
        return OnnxRuntime.runsOnGpu(settings.device()) ? PICTURES_PER_RUN_ON_GPU : 1;
    }

    private OnnxNetwork open(EncoderSettings settings) {
        byte[] network = pruned(folder.readNetwork());
        try (SessionOptions options = OnnxRuntime.options(settings.device(), settings.threads())) {
            OrtSession session = OnnxRuntime.environment().createSession(network, options);
            try {
                return new OnnxNetwork(
                        description, inputSize, session, probe(session), hasFreeBatch(session) ? picturesPerRun : 1);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw unable("cannot be run by ONNX Runtime: %s".formatted(e.getMessage()), e);
        }
    }

    private byte[] pruned(byte[] network) {
        try {
            Set<String> names = GraphPruning.outputNames(network);
            for (WantedOutput output : wanted) {
                if (!names.contains(output.name())) {
                    throw unable("has no output '%s', which %s names in '%s'. Its outputs are %s."
                            .formatted(output.name(), ModelFolder.DESCRIPTION_FILE, output.field(), names));
                }
            }
            Set<String> kept =
                    new LinkedHashSet<>(wanted.stream().map(WantedOutput::name).toList());
            return GraphPruning.keepOutputs(network, kept.isEmpty() ? names : kept);
        } catch (ProtobufFields.MalformedProtobuf e) {
            throw unable(
                    "is not an ONNX file (%s). Export the network to ONNX, or copy the file again."
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private long[] inputShape(OrtSession session) throws OrtException {
        String name = description.input().name();
        NodeInfo input = session.getInputInfo().get(name);
        if (input == null || session.getNumInputs() != 1) {
            throw unable("must have the one input '%s', which %s names; its inputs are %s."
                    .formatted(name, ModelFolder.DESCRIPTION_FILE, session.getInputNames()));
        }
        if (!(input.getInfo() instanceof TensorInfo tensor)
                || tensor.type != OnnxJavaType.FLOAT
                || tensor.getShape().length != 4) {
            throw unable("must take a float32 tensor of shape [batch, 3, height, width] as '%s'; it takes %s."
                    .formatted(name, input.getInfo()));
        }
        return tensor.getShape();
    }

    private boolean hasFreeBatch(OrtSession session) throws OrtException {
        return inputShape(session)[0] < 0;
    }

    private List<NetworkOutput> probe(OrtSession session) throws OrtException {
        inputShape(session);
        try (RunMemory memory = new RunMemory()) {
            RunMemory.Block black = memory.allocate(1, 3, inputSize.height(), inputSize.width());
            try (OrtSession.Result result =
                    session.run(Map.of(description.input().name(), black.tensor()))) {
                List<NetworkOutput> outputs = new ArrayList<>();
                for (WantedOutput output : wanted) {
                    outputs.add(checked(
                            output, result.get(output.name()).orElseThrow().getInfo()));
                }
                return outputs;
            }
        }
    }

    private NetworkOutput checked(WantedOutput output, Object info) {
        long[] shape = info instanceof TensorInfo tensor && tensor.type == OnnxJavaType.FLOAT
                ? tensor.getShape()
                : new long[0];
        OutputLayout layout = output.layouts().stream()
                .filter(candidate -> candidate.fits(shape))
                .findFirst()
                .orElseThrow(() -> unable("must give float32 of shape %s as '%s'; it gives %s."
                        .formatted(output.layoutsInWords(), output.name(), info)));
        NetworkOutput found = NetworkOutput.of(output.name(), layout, shape);
        requireAsDescribed(output, "channels", found.channels(), output.channels(), shape);
        if (output.cells().isPresent()) {
            requireAsDescribed(
                    output,
                    "places",
                    found.rows() * found.columns(),
                    output.cells().getAsInt(),
                    shape);
        }
        return found;
    }

    private void requireAsDescribed(WantedOutput output, String what, int found, int described, long[] shape) {
        if (found != described) {
            throw unable("gives %d %s as '%s' (shape %s); %s says %d. Correct the field '%s'."
                    .formatted(
                            found,
                            what,
                            output.name(),
                            Arrays.toString(shape),
                            ModelFolder.DESCRIPTION_FILE,
                            described,
                            output.field()));
        }
    }

    private UnableToOpenEncoderException unable(String what) {
        return new UnableToOpenEncoderException(
                "Network '%s': %s %s".formatted(description.id(), folder.networkPlace(), what));
    }

    private UnableToOpenEncoderException unable(String what, Throwable cause) {
        UnableToOpenEncoderException exception = unable(what);
        exception.initCause(cause);
        return exception;
    }
}
