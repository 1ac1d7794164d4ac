package io.loupe.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtException;
import io.loupe.testkit.TestData;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every output, against TensorFlow.js at the size of the original graph and against another conversion at others. */
class AgreementTest {
    private static final double TOLERANCE_OF_LARGEST = 1e-4;
    private static final int SIDE = 512;

    /** In a batch, the picture of the golden file comes last, behind others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void agreesWithTensorFlowJs(int pictures) throws OrtException, IOException {
        float[] golden = Network.pixels(1, SIDE, SIDE);
        float[] pixels = Network.pixels(pictures, SIDE, SIDE);
        System.arraycopy(golden, 0, pixels, pixels.length - golden.length, golden.length);
        Map<String, float[]> outputs;
        try (Network network = Network.open(built())) {
            outputs = network.run(pixels, pictures, SIDE, SIDE);
        }
        JsonNode expected = golden();
        assertThat(outputs.keySet()).containsExactlyInAnyOrderElementsOf(expected.propertyNames());
        outputs.forEach((name, values) -> {
            float[] last = Arrays.copyOfRange(values, values.length / pictures * (pictures - 1), values.length);
            assertGolden(name, last, expected.get(name));
        });
    }

    @ParameterizedTest
    @CsvSource({"1, 256, 256", "4, 256, 256", "1, 256, 320", "4, 256, 320"})
    void agreesWithAnotherConversion(int pictures, int height, int width) throws OrtException {
        Path other = TestData.require("models/coco-mobilenet-v3/model.onnx");
        float[] pixels = Network.pixels(pictures, height, width);
        try (Network network = Network.open(built());
                Network reference = Network.open(other)) {
            Map<String, float[]> actual = network.run(pixels, pictures, height, width);
            Map<String, float[]> expected = reference.run(pixels, pictures, height, width);
            // Its embedding is the mean of stride32, ours that of another node.
            expected.remove("embedding");
            assertThat(expected).hasSize(8);
            expected.forEach((name, values) -> assertClose(name, Objects.requireNonNull(actual.get(name)), values));
        }
    }

    private static Path built() {
        String place = "/META-INF/loupe/networks/coco-mobilenet-v3/model.onnx";
        try {
            return Path.of(Objects.requireNonNull(AgreementTest.class.getResource(place))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError("The class path of the tests holds folders", e);
        }
    }

    private static JsonNode golden() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AgreementTest.class.getResourceAsStream("/golden/coco-mobilenet-v3.json"))) {
            return JsonMapper.shared().readTree(file.readAllBytes()).get("outputs");
        }
    }

    private static void assertGolden(String name, float[] actual, JsonNode expected) {
        double largest = expected.get("max").doubleValue();
        double sum = 0;
        double squares = 0;
        double found = 0;
        for (float value : actual) {
            sum += value;
            squares += (double) value * value;
            found = Math.max(found, Math.abs(value));
        }
        double l2 = expected.get("l2").doubleValue();
        double tolerance = TOLERANCE_OF_LARGEST * largest;
        assertThat(actual.length).as(name).isEqualTo(size(expected.get("shape")));
        assertThat(found).as(name + " largest").isCloseTo(largest, within(tolerance));
        assertThat(sum / actual.length)
                .as(name + " mean")
                .isCloseTo(expected.get("mean").doubleValue(), within(tolerance));
        assertThat(Math.sqrt(squares)).as(name + " l2").isCloseTo(l2, within(TOLERANCE_OF_LARGEST * l2));
        assertAt(name, actual, 0, expected.get("first8"), tolerance);
        assertAt(name, actual, actual.length - 4, expected.get("last4"), tolerance);
    }

    private static void assertAt(String name, float[] actual, int from, JsonNode expected, double tolerance) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat((double) actual[from + i])
                    .as("%s[%d]", name, from + i)
                    .isCloseTo(expected.get(i).doubleValue(), within(tolerance));
        }
    }

    private static void assertClose(String name, float[] actual, float[] expected) {
        assertThat(actual).as(name).hasSameSizeAs(expected);
        double largest = 0;
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            largest = Math.max(largest, Math.abs(expected[i]));
            difference = Math.max(difference, Math.abs(actual[i] - expected[i]));
        }
        assertThat(difference).as(name).isLessThanOrEqualTo(TOLERANCE_OF_LARGEST * largest);
    }

    private static int size(JsonNode shape) {
        return shape.valueStream().mapToInt(JsonNode::intValue).reduce(1, Math::multiplyExact);
    }
}
