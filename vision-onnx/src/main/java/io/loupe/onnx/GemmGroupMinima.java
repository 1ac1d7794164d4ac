package io.loupe.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.loupe.vision.encoder.EncoderSettings.Device;
import io.loupe.vision.neighbors.GroupMinima;
import io.loupe.vision.neighbors.PackedRows;
import io.loupe.vision.neighbors.RowMatrix;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/**
 * Group minima by ONNX Runtime's matrix product.
 *
 * <p>The bank lies in native memory with one more term per row, its squared norm; queries are times -2 and end in a 1.
 * So one product gives {@code |row|^2 - 2 query.row}. It runs over a part of the bank at a time, so that the products in
 * between stay small. Thread-safe; not to be closed while computing.
 */
final class GemmGroupMinima implements GroupMinima {
    /** 8 MiB of products. */
    private static final int PRODUCTS_AT_A_TIME = 2 << 20;

    private final int groups;
    private final int terms;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment bank;
    private final OrtSession session;

    GemmGroupMinima(RowMatrix rows) {
        groups = (rows.rows() + PackedRows.GROUP - 1) / PackedRows.GROUP;
        terms = rows.dimension() + 1;
        bank = arena.allocate((long) groups * PackedRows.GROUP * terms * Float.BYTES, 64);
        for (int row = 0; row < groups * PackedRows.GROUP; row++) {
            // The last row again and again fills up the last group: it changes no minimum.
            int source = Math.min(row, rows.rows() - 1);
            long at = (long) row * terms;
            MemorySegment.copy(
                    rows.values(),
                    source * rows.dimension(),
                    bank,
                    ValueLayout.JAVA_FLOAT,
                    at * Float.BYTES,
                    rows.dimension());
            bank.setAtIndex(ValueLayout.JAVA_FLOAT, at + rows.dimension(), (float) rows.squaredNorm(source));
        }
        try (OrtSession.SessionOptions options = OnnxRuntime.options(Device.CPU, 0)) {
            session = OnnxRuntime.environment().createSession(GroupMinimaGraph.bytes(), options);
        } catch (OrtException e) {
            arena.close();
            throw new IllegalStateException("ONNX Runtime refuses the graph of the nearest rows", e);
        }
    }

    @Override
    public void compute(RowMatrix queries, int fromQuery, int toQuery, float[] minima) {
        int count = toQuery - fromQuery;
        int groupsAtATime = Math.max(1, PRODUCTS_AT_A_TIME / (PackedRows.GROUP * count));
        try (RunMemory memory = new RunMemory()) {
            RunMemory.Block transposed = memory.allocate(terms, count);
            transpose(queries, fromQuery, count, transposed.memory());
            for (int group = 0; group < groups; group += groupsAtATime) {
                int part = Math.min(groupsAtATime, groups - group);
                RunMemory.Block result = memory.allocate(part, count);
                try (OnnxTensor bankPart = bankPart(group, part)) {
                    session.run(
                                    Map.of(
                                            GroupMinimaGraph.BANK,
                                            bankPart,
                                            GroupMinimaGraph.QUERIES,
                                            transposed.tensor()),
                                    Set.of(),
                                    Map.of(GroupMinimaGraph.MINIMA, result.tensor()))
                            .close();
                }
                for (int i = 0; i < part; i++) {
                    for (int query = 0; query < count; query++) {
                        minima[query * groups + group + i] =
                                result.memory().getAtIndex(ValueLayout.JAVA_FLOAT, (long) i * count + query);
                    }
                }
            }
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "ONNX Runtime could not compare %d patches with a bank of %d groups".formatted(count, groups), e);
        }
    }

    private void transpose(RowMatrix queries, int fromQuery, int count, MemorySegment target) {
        float[] values = queries.values();
        for (int query = 0; query < count; query++) {
            int offset = (fromQuery + query) * queries.dimension();
            for (int i = 0; i < queries.dimension(); i++) {
                target.setAtIndex(ValueLayout.JAVA_FLOAT, (long) i * count + query, -2 * values[offset + i]);
            }
            target.setAtIndex(ValueLayout.JAVA_FLOAT, (terms - 1L) * count + query, 1);
        }
    }

    private OnnxTensor bankPart(int fromGroup, int count) throws OrtException {
        long groupBytes = (long) PackedRows.GROUP * terms * Float.BYTES;
        MemorySegment part = bank.asSlice(fromGroup * groupBytes, count * groupBytes);
        return OnnxTensor.createTensor(
                OnnxRuntime.environment(),
                part.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer(),
                new long[] {count, PackedRows.GROUP, terms});
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        } finally {
            arena.close();
        }
    }
}
