package io.loupe.benchmarks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.loupe.onnx.OnnxRuntime;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/** The product of two matrices in ONNX Runtime and nothing else: what the searches are measured against. */
final class MatrixProduct implements AutoCloseable {
    /** An ONNX model of one node, {@code Y = MatMul(A, B)}, all float32 of free shape; length bytes precede the parts. */
    private static final byte[] MODEL = ("\10\10" // IR version 8
                    + ":\67" // graph
                    + "\12\21\12\1A\12\1B\22\1Y\"\6MatMul" // node: inputs, output, operator
                    + "\22\1g" // name
                    + "Z\11\12\1A\22\4\12\2\10\1" // input A: tensor of type 1, float32
                    + "Z\11\12\1B\22\4\12\2\10\1" // input B
                    + "b\11\12\1Y\22\4\12\2\10\1" // output Y
                    + "B\2\20\21") // operator set 17
            .getBytes(StandardCharsets.ISO_8859_1);

    private final OrtSession session;
    private final OnnxTensor left;
    private final OnnxTensor right;
    private final OnnxTensor product;

    /**
     * Lays both matrices into native memory.
     *
     * @param left shape [m, k]
     * @param right shape [n, k], multiplied as its transpose, which is made here
     */
    MatrixProduct(RowMatrix left, RowMatrix right) {
        OrtEnvironment environment = OnnxRuntime.environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            session = environment.createSession(MODEL, options);
            this.left = tensor(environment, buffer(left.values()), left.rows(), left.dimension());
            this.right = tensor(environment, buffer(transposed(right)), right.dimension(), right.rows());
            FloatBuffer result = buffer(new float[Math.multiplyExact(left.rows(), right.rows())]);
            product = tensor(environment, result, left.rows(), right.rows());
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot multiply", e);
        }
    }

    private static OnnxTensor tensor(OrtEnvironment environment, FloatBuffer values, long... shape)
            throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
    }

    private static float[] transposed(RowMatrix matrix) {
        float[] result = new float[matrix.values().length];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int i = 0; i < matrix.dimension(); i++) {
                result[i * matrix.rows() + row] = matrix.values()[row * matrix.dimension() + i];
            }
        }
        return result;
    }

    private static FloatBuffer buffer(float[] values) {
        FloatBuffer direct = ByteBuffer.allocateDirect(values.length * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        return direct.put(values).rewind();
    }

    void run() {
        try {
            session.run(Map.of("A", left, "B", right), Set.of(), Map.of("Y", product))
                    .close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot multiply", e);
        }
    }

    /** The product of the last run, shape [m, n]. */
    float[] values() {
        float[] values = new float[product.getFloatBuffer().remaining()];
        product.getFloatBuffer().get(values);
        return values;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        }
        left.close();
        right.close();
        product.close();
    }
}
