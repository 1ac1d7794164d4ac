package io.loupe.vision.method.padim;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;
import java.util.Random;

/** Some of the channels of the stacked taps; coarser taps are brought to the finest grid by repeating their cells. */
final class ChannelSubset {
    private final TapShapes shapes;
    private final int[] channels;

    /**
     * A given choice.
     *
     * @param channels places in the concatenation of all taps' vectors
     */
    ChannelSubset(TapShapes shapes, int[] channels) {
        for (int channel : channels) {
            if (channel < 0 || channel >= shapes.stackedDimension()) {
                throw new IllegalArgumentException("There is no channel %d among the %d of the taps %s"
                        .formatted(channel, shapes.stackedDimension(), shapes));
            }
        }
        this.shapes = shapes;
        this.channels = channels;
    }

    /** At most {@code count} different channels. */
    static ChannelSubset random(TapShapes shapes, int count, long seed) {
        int all = shapes.stackedDimension();
        return new ChannelSubset(
                shapes,
                new Random(seed)
                        .ints(0, all)
                        .distinct()
                        .limit(Math.min(count, all))
                        .sorted()
                        .toArray());
    }

    TapShapes shapes() {
        return shapes;
    }

    int[] channels() {
        return channels;
    }

    int count() {
        return channels.length;
    }

    /** The chosen channels of every cell, shape [rows * columns of the finest grid, count]. */
    RowMatrix select(List<PatchFeatures> taps) {
        shapes.require(taps);
        float[] selected = new float[Math.multiplyExact(shapes.patchCount(), channels.length)];
        for (int i = 0; i < channels.length; i++) {
            int channel = channels[i];
            int tap = 0;
            while (channel >= taps.get(tap).dimension()) {
                channel -= taps.get(tap).dimension();
                tap++;
            }
            copyChannel(taps.get(tap), channel, selected, i);
        }
        return RowMatrix.wrap(shapes.patchCount(), channels.length, selected);
    }

    private void copyChannel(PatchFeatures tap, int channel, float[] selected, int place) {
        int target = place;
        for (int row = 0; row < shapes.rows(); row++) {
            int sourceRow = row * tap.rows() / shapes.rows();
            for (int column = 0; column < shapes.columns(); column++) {
                int source = sourceRow * tap.columns() + column * tap.columns() / shapes.columns();
                selected[target] = tap.values()[source * tap.dimension() + channel];
                target += channels.length;
            }
        }
    }
}
