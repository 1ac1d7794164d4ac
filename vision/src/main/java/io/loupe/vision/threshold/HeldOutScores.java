package io.loupe.vision.threshold;

import java.util.Arrays;

/**
 * How good pictures score when a method has not learnt from them: what thresholds are made from. For each picture its
 * score and the highest value of its anomaly map.
 *
 * <p>Immutable and thread-safe; arrays are copied in and out.
 */
public final class HeldOutScores {
    private final double[] imageLevelScores;
    private final double[] mapMaxima;

    private HeldOutScores(double[] imageLevelScores, double[] mapMaxima) {
        this.imageLevelScores = imageLevelScores;
        this.mapMaxima = mapMaxima;
    }

    /**
     * The scores of at least two pictures.
     *
     * @param imageLevelScores one per picture
     * @param mapMaxima one per picture, in the same order; of the map that will be compared with the pixel threshold
     * @throws IllegalArgumentException if there are fewer than two, the counts differ, or a value is not finite
     */
    public static HeldOutScores of(double[] imageLevelScores, double[] mapMaxima) {
        if (imageLevelScores.length != mapMaxima.length) {
            throw new IllegalArgumentException("Each picture has a score and a map maximum, got %d and %d"
                    .formatted(imageLevelScores.length, mapMaxima.length));
        }
        if (imageLevelScores.length < 2) {
            throw new IllegalArgumentException(
                    "A threshold needs at least 2 held-out good pictures, got %d; give more good pictures"
                            .formatted(imageLevelScores.length));
        }
        requireFinite("score", imageLevelScores);
        requireFinite("map maximum", mapMaxima);
        return new HeldOutScores(imageLevelScores.clone(), mapMaxima.clone());
    }

    /** How many pictures there are. */
    public int count() {
        return imageLevelScores.length;
    }

    /** A copy, in the order of the pictures. */
    public double[] imageLevelScores() {
        return imageLevelScores.clone();
    }

    /** A copy, in the order of the pictures. */
    public double[] mapMaxima() {
        return mapMaxima.clone();
    }

    double[] ascendingImageLevelScores() {
        return ascending(imageLevelScores);
    }

    double[] ascendingMapMaxima() {
        return ascending(mapMaxima);
    }

    /** What half of the pictures' maps nowhere exceed. */
    double medianMapMaximum() {
        double[] ascending = ascendingMapMaxima();
        int upper = ascending.length / 2;
        int lower = (ascending.length - 1) / 2;
        return ascending[lower] + (ascending[upper] - ascending[lower]) / 2;
    }

    private static double[] ascending(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static void requireFinite(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "The %s of held-out picture %d is %s; a threshold needs finite numbers"
                                .formatted(what, i, values[i]));
            }
        }
    }
}
