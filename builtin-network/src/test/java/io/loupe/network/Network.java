package io.loupe.network;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** An ONNX file, run as a whole on made-up pictures. */
record Network(OrtSession session) implements AutoCloseable {
    static Network open(Path file) throws OrtException {
        return new Network(OrtEnvironment.getEnvironment().createSession(file.toString()));
    }

    /**
     * Everything that the network computes, by name, [picture, channel, row, column] in one array.
     *
     * @param pixels [pictures, 3, height, width]
     */
    SequencedMap<String, float[]> run(float[] pixels, int pictures, int height, int width) throws OrtException {
        long[] shape = {pictures, 3, height, width};
        SequencedMap<String, float[]> outputs = new LinkedHashMap<>();
        try (OnnxTensor input =
                        OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(pixels), shape);
                OrtSession.Result result = session.run(Map.of("pixels", input))) {
            for (Map.Entry<String, OnnxValue> output : result) {
                outputs.put(
                        output.getKey(),
                        ((OnnxTensor) output.getValue()).getFloatBuffer().array());
            }
        }
        return outputs;
    }

    /** The golden file's formula: a multiplicative hash of the index, spread over 0..255. */
    static float[] pixels(int pictures, int height, int width) {
        float[] pixels = new float[pictures * 3 * height * width];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (float) (i * 2654435761L % (1L << 32) / (double) (1L << 32) * 255);
        }
        return pixels;
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
