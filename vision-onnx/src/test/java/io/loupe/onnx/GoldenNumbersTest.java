package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.EncoderSettings;
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
                "coco-mobilenet-v3",
                "yolox-nano-coco"
            })
    void givesTheGoldenNumbers(String id) throws OrtException {
        ModelFolder folder = ModelFolder.open(TestData.require("models/" + id));
        JsonNode golden = golden(folder);
        List<WantedOutput> wanted = new ArrayList<>();
        golden.get("outputs").forEachEntry((name, output) -> wanted.add(wanted(name, output.get("shape"))));
        InputSize size = folder.description().input().size();
        try (OnnxNetwork network = NetworkOpening.open(folder, size, wanted, EncoderSettings.defaults())) {
            List<PatchFeatures> outputs = network.forward(1, syntheticInput(id)).getFirst();
            for (int i = 0; i < wanted.size(); i++) {
                String name = wanted.get(i).name();
                assertGolden(
                        name,
                        inGoldenOrder(outputs.get(i), wanted.get(i)),
                        golden.get("outputs").get(name));
            }
        }
    }

    private static WantedOutput wanted(String name, JsonNode shape) {
        return shape.size() == 3
                ? WantedOutput.detections(
                        name,
                        shape.get(2).intValue(),
                        OutputLayout.TABLE,
                        shape.get(1).intValue())
                : WantedOutput.features(name, "golden.json", shape.get(1).intValue());
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

    /** Back from [rows, columns, channels] to the order of the golden files: [channels, rows, columns], or a table. */
    private static float[] inGoldenOrder(PatchFeatures features, WantedOutput output) {
        if (output.layouts().contains(OutputLayout.TABLE)) {
            return features.values();
        }
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
