package io.loupe.vision.threshold;

import io.loupe.vision.group.PictureGroups;
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
    private final PictureGroups groups;

    private HeldOutScores(double[] imageLevelScores, double[] mapMaxima, PictureGroups groups) {
        this.imageLevelScores = imageLevelScores;
        this.mapMaxima = mapMaxima;
        this.groups = groups;
    }

    /** As {@link #of(double[], double[], PictureGroups)} of pictures that each show a part of their own. */
    public static HeldOutScores of(double[] imageLevelScores, double[] mapMaxima) {
        return of(imageLevelScores, mapMaxima, PictureGroups.single(imageLevelScores.length));
    }

    /**
     * The scores of pictures of at least two parts.
     *
     * @param imageLevelScores one per picture
     * @param mapMaxima one per picture, in the same order; of the map that will be compared with the pixel threshold
     * @param groups which of them show the same part; together they count as one
     * @throws IllegalArgumentException if there are fewer than two parts, the counts differ, or a value is not finite
     */
    public static HeldOutScores of(double[] imageLevelScores, double[] mapMaxima, PictureGroups groups) {
        if (imageLevelScores.length != mapMaxima.length) {
            throw new IllegalArgumentException("Each picture has a score and a map maximum, got %d and %d"
                    .formatted(imageLevelScores.length, mapMaxima.length));
        }
        if (imageLevelScores.length != groups.pictureCount()) {
            throw new IllegalArgumentException("Groups of %d pictures do not fit %d scores"
                    .formatted(groups.pictureCount(), imageLevelScores.length));
        }
        if (groups.count() < 2) {
            throw new IllegalArgumentException(
                    "A threshold needs at least 2 held-out good pictures, got %d; give more good pictures"
                            .formatted(groups.count()));
        }
        requireFinite("score", imageLevelScores);
        requireFinite("map maximum", mapMaxima);
        return new HeldOutScores(imageLevelScores.clone(), mapMaxima.clone(), groups);
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

    /** Which pictures show the same part. */
    public PictureGroups groups() {
        return groups;
    }

    WeightedValues weightedImageLevelScores() {
        return WeightedValues.of(imageLevelScores, groups);
    }

    WeightedValues weightedMapMaxima() {
        return WeightedValues.of(mapMaxima, groups);
    }

    /** What half of the pictures' maps nowhere exceed. */
    double medianMapMaximum() {
        double[] ascending = mapMaxima.clone();
        Arrays.sort(ascending);
        int upper = ascending.length / 2;
        int lower = (ascending.length - 1) / 2;
        return ascending[lower] + (ascending[upper] - ascending[lower]) / 2;
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
