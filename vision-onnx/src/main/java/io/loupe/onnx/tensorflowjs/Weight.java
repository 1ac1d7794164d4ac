package io.loupe.onnx.tensorflowjs;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A constant of the graph, kept as it is stored.
 *
 * @param name the name of its {@code Const} node
 * @param shape its sides in the order of TensorFlow.js; empty for a single number
 * @param encoding how its numbers are stored
 * @param bytes the numbers, row after row, little-endian; never written to
 */
record Weight(String name, List<Integer> shape, Encoding encoding, ByteBuffer bytes) implements Value {
    /** Kinds of stored numbers. */
    enum Storage {
        FLOAT32(4),
        FLOAT16(2),
        INT32(4),
        UINT16(2),
        UINT8(1),
        BOOL(1);

        private final int size;

        Storage(int size) {
            this.size = size;
        }

        /** Bytes of one number. */
        int size() {
            return size;
        }
    }

    /**
     * Stored numbers and what they stand for: stored times scale plus minimum.
     *
     * @param whole whether they stand for whole numbers
     */
    record Encoding(Storage storage, boolean whole, double scale, double minimum) {
        static Encoding plain(Storage storage) {
            return new Encoding(storage, storage == Storage.INT32 || storage == Storage.BOOL, 1, 0);
        }
    }

    Weight {
        shape = List.copyOf(shape);
        bytes = bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    int count() {
        return bytes.capacity() / encoding.storage().size();
    }

    float[] floats() {
        float[] floats = new float[count()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) number(i);
        }
        return floats;
    }

    /** The numbers as whole ones; for axes, paddings and sizes. */
    List<Integer> integers() {
        if (!encoding.whole()) {
            throw new InvalidGraph("the weight '%s' holds fractions where whole numbers belong".formatted(name));
        }
        List<Integer> integers = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            integers.add((int) Math.rint(number(i)));
        }
        return integers;
    }

    private double number(int index) {
        int at = index * encoding.storage().size();
        double stored = switch (encoding.storage()) {
            case FLOAT32 -> bytes.getFloat(at);
            case FLOAT16 -> Float.float16ToFloat(bytes.getShort(at));
            case INT32 -> bytes.getInt(at);
            case UINT16 -> Short.toUnsignedInt(bytes.getShort(at));
            case UINT8, BOOL -> Byte.toUnsignedInt(bytes.get(at));
        };
        return stored * encoding.scale() + encoding.minimum();
    }

    /** The same numbers under other sides; their product must be the same. */
    Weight reshaped(List<Integer> sides) {
        return new Weight(name, sides, encoding, bytes);
    }

    /**
     * A copy with its axes in another order.
     *
     * @param axes for each axis of the result, the one it comes from
     */
    Weight transposed(int... axes) {
        int rank = shape.size();
        int[] strides = new int[rank];
        for (int axis = rank - 1, stride = 1; axis >= 0; stride *= shape.get(axis), axis--) {
            strides[axis] = stride;
        }
        List<Integer> sides = new ArrayList<>();
        for (int axis : axes) {
            sides.add(shape.get(axis));
        }
        int size = encoding.storage().size();
        byte[] moved = new byte[bytes.capacity()];
        int[] index = new int[rank];
        for (int to = 0; to < moved.length; to += size) {
            int from = 0;
            for (int axis = 0; axis < rank; axis++) {
                from += index[axis] * strides[axes[axis]];
            }
            bytes.get(from * size, moved, to, size);
            for (int axis = rank - 1; axis >= 0 && ++index[axis] == sides.get(axis); axis--) {
                index[axis] = 0;
            }
        }
        return new Weight(name, sides, encoding, ByteBuffer.wrap(moved));
    }
}
