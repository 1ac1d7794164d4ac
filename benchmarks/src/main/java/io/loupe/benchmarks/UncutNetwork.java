package io.loupe.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.loupe.onnx.OnnxRuntime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;

/** A network as its file has it, every output computed, on pictures that are already in native memory. */
final class UncutNetwork implements AutoCloseable {
    private final OrtSession session;
    private final OnnxTensor pictures;

    private UncutNetwork(OrtSession session, OnnxTensor pictures) {
        this.session = session;
        this.pictures = pictures;
    }

    /** @param model an ONNX file with one input of shape [batch, 3, side, side] */
    static UncutNetwork open(byte[] model, int threads, int batch, int side) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setIntraOpNumThreads(threads);
            FloatBuffer black = ByteBuffer.allocateDirect(Float.BYTES * batch * 3 * side * side)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
            return new UncutNetwork(
                    OnnxRuntime.environment().createSession(model, options),
                    OnnxTensor.createTensor(OnnxRuntime.environment(), black, new long[] {batch, 3, side, side}));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot open the network", e);
        }
    }

    void run() {
        try {
            session.run(Map.of(session.getInputNames().iterator().next(), pictures))
                    .close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot run the network", e);
        }
    }

    @Override
    public void close() {
        try {
            pictures.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The network cannot be closed", e);
        }
    }
}
