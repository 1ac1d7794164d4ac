package io.loupe.onnx;

import io.loupe.vision.encoder.PatchFeatures;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * One output of a network at a fixed input size: per picture {@code channels} planes of rows x columns. A vector per
 * picture counts as planes of 1 x 1.
 *
 * @param name the graph output
 * @param hasGrid whether the tensor is [batch, channels, rows, columns]; otherwise [batch, channels]
 */
record NetworkOutput(String name, int channels, int rows, int columns, boolean hasGrid) {
    /** Side of the square blocks a transposition goes by: both sides of a block stay in the first cache. */
    private static final int BLOCK = 16;

    long[] shape(int batch) {
        return hasGrid ? new long[] {batch, channels, rows, columns} : new long[] {batch, channels};
    }

    /** Floats per picture. */
    int length() {
        return channels * rows * columns;
    }

    /** Picture {@code index} of a batch, turned from [channels, rows, columns] to [rows, columns, channels]. */
    PatchFeatures read(MemorySegment batch, int index) {
        float[] planes = new float[length()];
        MemorySegment.copy(batch, ValueLayout.JAVA_FLOAT, 4L * index * planes.length, planes, 0, planes.length);
        return PatchFeatures.wrap(rows, columns, channels, rows * columns == 1 ? planes : transposed(planes));
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
