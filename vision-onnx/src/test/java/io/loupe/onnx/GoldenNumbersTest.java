package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.EncoderSettings.Device;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds every output of the real networks against numbers that other programs computed for one synthetic input. */
class GoldenNumbersTest {
    private static final double RELATIVE_TOLERANCE = 1e-3;
    private static final double ABSOLUTE_TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mobilenet-v2-imagenet",
                "mobilenet-v2-onnxzoo-backbone",
                "resnet50v2-stage3-imagenet",
                "squeezenet1.1-imagenet",
                "nsfw-mobilenet-v2",
                "coco-mobilenet-v3"
            })
    void givesTheGoldenNumbers(String id) throws OrtException {
        ModelFolder folder = ModelFolder.open(TestData.require("models/" + id));
        JsonNode golden = golden(folder);
        List<WantedOutput> wanted = new ArrayList<>();
        golden.get("outputs")
                .forEachEntry((name, output) -> wanted.add(new WantedOutput(
                        name, "golden.json", output.get("shape").get(1).intValue())));
        InputSize size = folder.description().input().size();
        try (OnnxNetwork network = NetworkOpening.open(folder, size, wanted, EncoderSettings.defaults())) {
            List<PatchFeatures> outputs = network.forward(1, syntheticInput(id)).getFirst();
            for (int i = 0; i < wanted.size(); i++) {
                String name = wanted.get(i).name();
                assertGolden(name, planes(outputs.get(i)), golden.get("outputs").get(name));
            }
        }
    }

    /** Its output is a table of boxes, which no encoder reads; so it is run without one. */
    @ParameterizedTest
    @ValueSource(strings = "yolox-nano-coco")
    void detectorGivesTheGoldenNumbers(String id) throws OrtException {
        ModelFolder folder = ModelFolder.open(TestData.require("models/" + id));
        NetworkInput input = folder.description().input();
        try (RunMemory memory = new RunMemory();
                SessionOptions options = OnnxRuntime.options(Device.CPU, 0);
                OrtSession session = OnnxRuntime.environment().createSession(folder.readNetwork(), options)) {
            RunMemory.Block block =
                    memory.allocate(1, 3, input.size().height(), input.size().width());
            syntheticInput(id).accept(block.memory());
            try (OrtSession.Result result = session.run(Map.of(input.name(), block.tensor()))) {
                float[] output = ((OnnxTensor) result.get("output").orElseThrow())
                        .getFloatBuffer()
                        .array();
                assertGolden("output", output, golden(folder).get("outputs").get("output"));
            }
        }
    }

    private static JsonNode golden(ModelFolder folder) {
        return JsonMapper.shared().readTree(folder.path().resolve("golden.json").toFile());
    }

    /** The formula of the golden files: a multiplicative hash of the index, spread over -1..1, or over 0..255. */
    private static Consumer<MemorySegment> syntheticInput(String id) {
        return input -> {
            for (long i = 0; i < input.byteSize() / Float.BYTES; i++) {
                double unit = (i * 2654435761L % (1L << 32)) / (double) (1L << 32);
                float value = (float) (id.equals("coco-mobilenet-v3") ? unit * 255 : unit * 2 - 1);
                input.setAtIndex(ValueLayout.JAVA_FLOAT, i, value);
            }
        };
    }

    /** Back from [rows, columns, channels] to the order of the golden files, [channels, rows, columns]. */
    private static float[] planes(PatchFeatures features) {
        float[] planes = new float[features.values().length];
        int cells = features.patchCount();
        for (int i = 0; i < planes.length; i++) {
            planes[i] = features.values()[(i % cells) * features.dimension() + i / cells];
        }
        return planes;
    }

    private static void assertGolden(String name, float[] actual, JsonNode expected) {
        double sum = 0;
        double squares = 0;
        double largest = 0;
        for (float value : actual) {
            sum += value;
            squares += (double) value * value;
            largest = Math.max(largest, Math.abs(value));
        }
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put("l2", Math.sqrt(squares));
        facts.put("mean", sum / actual.length);
        if (expected.has("max")) {
            facts.put("max", largest);
        }
        double deviation = Math.sqrt(squares / actual.length);
        facts.forEach((fact, value) ->
                assertClose(name + " " + fact, value, expected.get(fact).doubleValue(), deviation));
        JsonNode first = expected.get("first8");
        for (int i = 0; i < first.size(); i++) {
            assertClose("%s[%d]".formatted(name, i), actual[i], first.get(i).doubleValue(), 0);
        }
        JsonNode last = expected.get("last4");
        for (int i = 0; i < last.size(); i++) {
            int at = actual.length - last.size() + i;
            assertClose("%s[%d]".formatted(name, at), actual[at], last.get(i).doubleValue(), 0);
        }
    }

    private static void assertClose(String what, double actual, double expected, double scale) {
        double tolerance = ABSOLUTE_TOLERANCE + RELATIVE_TOLERANCE * Math.max(Math.abs(expected), scale);
        assertThat(actual).as(what).isCloseTo(expected, within(tolerance));
    }
}
