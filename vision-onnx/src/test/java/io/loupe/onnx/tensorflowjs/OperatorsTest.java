package io.loupe.onnx.tensorflowjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Converts one operator at a time, runs it on two pictures, and compares with TensorFlow.js. */
class OperatorsTest {
    private static final double TOLERANCE_OF_LARGEST = 1e-5;

    static Stream<GoldenCase> cases() {
        return GoldenCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void computesWhatTensorFlowJsComputes(GoldenCase golden, @TempDir Path folder) throws IOException, OrtException {
        Conversion conversion = TensorFlowJsModel.read(golden.in(folder)).conversion(golden.recipe());
        conversion.output("tap", golden.output());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(conversion.graph().toBytes());
                OnnxTensor pictures = OnnxTensor.createTensor(
                        environment, FloatBuffer.wrap(golden.picture()), golden.pictureShape());
                OrtSession.Result result = session.run(Map.of("pixels", pictures))) {
            OnnxTensor output = (OnnxTensor) result.get(0);
            assertThat(output.getInfo().getShape())
                    .containsExactly(golden.expectedShape().toArray(Long[]::new));
            assertClose(output.getFloatBuffer().array(), golden.expected());
        }
    }

    private static void assertClose(float[] actual, float[] expected) {
        double largest = 0;
        for (float value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i])
                    .as("value %d", i)
                    .isCloseTo(expected[i], within(TOLERANCE_OF_LARGEST * largest));
        }
    }
}
