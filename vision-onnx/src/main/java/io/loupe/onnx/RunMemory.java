package io.loupe.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The native memory of one run, and the tensors laid over it; all of it ends with {@link #close}. One thread only. */
final class RunMemory implements AutoCloseable {
    private static final int CACHE_LINE_BYTES = 64;

    private final Arena arena = Arena.ofConfined();
    private final List<OnnxTensor> tensors = new ArrayList<>();

    /** A float32 tensor of zeros, and the memory that it shows. */
    record Block(OnnxTensor tensor, MemorySegment memory) {}

    Block allocate(long... shape) throws OrtException {
        long count = 1;
        for (long side : shape) {
            count = Math.multiplyExact(count, side);
        }
        MemorySegment memory = arena.allocate(Math.multiplyExact(count, Float.BYTES), CACHE_LINE_BYTES);
        OnnxTensor tensor = OnnxTensor.createTensor(
                OnnxRuntime.environment(),
                memory.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer(),
                shape);
        tensors.add(tensor);
        return new Block(tensor, memory);
    }

    @Override
    public void close() {
        tensors.forEach(OnnxTensor::close);
        arena.close();
    }
}
