package io.loupe.onnx.tensorflowjs;

import java.util.ArrayList;
import java.util.List;

/**
 * A tensor computed from pictures. TensorFlow.js has it as [N, H, W, C] or, with rank 2, as [N, C]; in ONNX it is always
 * [N, C, H, W], with H = W = 1 for rank 2, so that each operator has one form. Batch and picture size are free in ONNX;
 * the sides here are those for one picture of the recipe's size.
 *
 * @param name its name in the ONNX graph
 * @param rank its rank in TensorFlow.js: 4, or 2
 * @param sides [1, channels, height, width] for one picture of the recipe's size
 */
record FeatureMap(String name, int rank, List<Integer> sides) implements Value {
    static final int BATCH = 0;
    static final int CHANNELS = 1;
    static final int HEIGHT = 2;
    static final int WIDTH = 3;

    FeatureMap {
        sides = List.copyOf(sides);
    }

    int channels() {
        return sides.get(CHANNELS);
    }

    int height() {
        return sides.get(HEIGHT);
    }

    int width() {
        return sides.get(WIDTH);
    }

    boolean hasShapeOf(FeatureMap other) {
        return rank == other.rank && sides.equals(other.sides);
    }

    /** The shape as messages give it, in the order of TensorFlow.js. */
    String shape() {
        return rank == 4
                ? "[%d, %d, %d, %d]".formatted(sides.get(BATCH), height(), width(), channels())
                : "[%d, %d]".formatted(sides.get(BATCH), channels());
    }

    /** Another tensor of the same shape. */
    FeatureMap named(String other) {
        return new FeatureMap(other, rank, sides);
    }

    /** The same tensor with one side changed; for those who describe a result. */
    FeatureMap with(int axis, int side) {
        List<Integer> changed = new ArrayList<>(sides);
        changed.set(axis, side);
        return new FeatureMap(name, rank, changed);
    }

    /** Where an axis of TensorFlow.js (negative ones count from the end) lies in ONNX; -1 if there is no such axis. */
    int onnxAxis(int axis) {
        int counted = axis < 0 ? axis + rank : axis;
        if (counted < 0 || counted >= rank) {
            return -1;
        }
        return switch (counted) {
            case 0 -> BATCH;
            case 1 -> rank == 4 ? HEIGHT : CHANNELS;
            case 2 -> WIDTH;
            default -> CHANNELS;
        };
    }
}
