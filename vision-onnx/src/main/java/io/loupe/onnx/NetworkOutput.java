package io.loupe.onnx;

import io.loupe.vision.encoder.PatchFeatures;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One output of a network at a fixed input size: per picture a grid of rows x columns with a vector in each cell. A vector
 * per picture counts as a grid of 1 x 1, a table as a grid of one column.
 *
 * @param name the graph output
 * @param layout how the tensor holds it
 */
record NetworkOutput(String name, OutputLayout layout, int rows, int columns, int channels) {
    /** Side of the square blocks a transposition goes by: both sides of a block stay in the first cache. */
    private static final int BLOCK = 16;

    /** The output of this name, as a run with one picture gave it. */
    static NetworkOutput of(String name, OutputLayout layout, long[] shape) {
        int channels = (int) shape[layout.channelAxis()];
        return switch (layout) {
            case PLANES -> new NetworkOutput(name, layout, (int) shape[2], (int) shape[3], channels);
            case VECTOR -> new NetworkOutput(name, layout, 1, 1, channels);
            case TABLE -> new NetworkOutput(name, layout, (int) shape[1], 1, channels);
        };
    }

    long[] shape(int batch) {
        return switch (layout) {
            case PLANES -> new long[] {batch, channels, rows, columns};
            case VECTOR -> new long[] {batch, channels};
            case TABLE -> new long[] {batch, rows, channels};
        };
    }

    /** Floats per picture. */
    int length() {
        return channels * rows * columns;
    }

    /** Picture {@code index} of a batch, in the order [rows, columns, channels] whatever the layout. */
    PatchFeatures read(MemorySegment batch, int index) {
        float[] values = new float[length()];
        MemorySegment.copy(batch, ValueLayout.JAVA_FLOAT, 4L * index * values.length, values, 0, values.length);
        boolean isTurned = layout == OutputLayout.PLANES && rows * columns > 1;
        return PatchFeatures.wrap(rows, columns, channels, isTurned ? transposed(values) : values);
    }

    private float[] transposed(float[] planes) {
        int cells = rows * columns;
        float[] values = new float[planes.length];
        for (int cellBlock = 0; cellBlock < cells; cellBlock += BLOCK) {
            int cellEnd = Math.min(cells, cellBlock + BLOCK);
            for (int channelBlock = 0; channelBlock < channels; channelBlock += BLOCK) {
                int channelEnd = Math.min(channels, channelBlock + BLOCK);
                for (int cell = cellBlock; cell < cellEnd; cell++) {
                    for (int channel = channelBlock; channel < channelEnd; channel++) {
                        values[cell * channels + channel] = planes[channel * cells + cell];
                    }
                }
            }
        }
        return values;
    }
}
