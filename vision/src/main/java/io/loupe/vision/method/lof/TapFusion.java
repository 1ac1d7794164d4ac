package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.method.grid.Upsampling;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings the ratios of all taps, under one floor, to one grid and one scale. Immutable.
 *
 * <p>A tap's scale is the standard deviation of the ratios of normal patches that were held out. Their mean is not taken
 * off: it would shift all scores alike, and as they are they stay positive, which thresholds on a logarithmic scale need.
 */
final class TapFusion {
    private final TapShapes shapes;
    private final double floor;
    private final double[] scales;

    private TapFusion(TapShapes shapes, double floor, double[] scales) {
        this.shapes = shapes;
        this.floor = floor;
        this.scales = scales;
    }

    /** @param heldOut normal patches of each tap, measured without their own pictures */
    static TapFusion fitted(TapShapes shapes, double floor, List<PatchDistances> heldOut) {
        return new TapFusion(
                shapes,
                floor,
                heldOut.stream()
                        .mapToDouble(distances -> deviation(distances.ratios(floor)))
                        .toArray());
    }

    private static double deviation(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (float value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return deviation > 0 ? deviation : 1; // good pictures that are all the same
    }

    /** Reads what {@link #toString} writes: the scales, separated by spaces. */
    static TapFusion parse(TapShapes shapes, double floor, String text) {
        double[] scales = Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (scales.length != shapes.shapes().size()
                || !Arrays.stream(scales).allMatch(scale -> scale > 0 && scale <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("expected a positive number for each of %d taps"
                    .formatted(shapes.shapes().size()));
        }
        return new TapFusion(shapes, floor, scales);
    }

    @Override
    public String toString() {
        return Arrays.stream(scales).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    /** Scores of every tap on the finest grid, shape [rows * columns, taps]. */
    float[] tapScores(List<PatchDistances> taps) {
        float[] table = new float[shapes.patchCount() * taps.size()];
        for (int tap = 0; tap < taps.size(); tap++) {
            float[] scores = taps.get(tap).ratios(floor);
            for (int patch = 0; patch < scores.length; patch++) {
                scores[patch] = (float) (scores[patch] / scales[tap]);
            }
            Shape grid = shapes.shapes().get(tap);
            PatchFeatures onGrid = PatchFeatures.wrap(grid.rows(), grid.columns(), 1, scores);
            Upsampling.bilinear(onGrid, shapes.rows(), shapes.columns(), table, taps.size(), tap);
        }
        return table;
    }

    /** The mean over the taps, shape [rows, columns] of the finest grid. */
    static float[] mean(float[] tapScores, int taps) {
        float[] means = new float[tapScores.length / taps];
        for (int cell = 0; cell < means.length; cell++) {
            float sum = 0;
            for (int tap = 0; tap < taps; tap++) {
                sum += tapScores[cell * taps + tap];
            }
            means[cell] = sum / taps;
        }
        return means;
    }
}
