package io.loupe.vision.synthetic;

import io.loupe.vision.image.RgbImage;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Paints defects on good pictures, to choose settings and to find blind spots by. The same seed and the same calls give
 * the same defects. Not thread-safe.
 *
 * <p>Nothing should be fitted to what it paints, since that would learn the painter: choose among a few settings by it.
 */
public final class SyntheticDefects {
    /** The smallest diameter drawn at random, as a share of the picture's shorter side. */
    public static final double SMALLEST = 0.025;

    /** The largest diameter drawn at random, as a share of the picture's shorter side. */
    public static final double LARGEST = 0.16;

    private static final double PLACED_BY_EDGES = 0.75;
    private static final int ATTEMPTS = 8;

    /** Grey levels by which the mask's pixels must change on average: nobody can be asked to find less. */
    private static final double LEAST_CHANGE = 6;

    private final RandomGenerator random;

    public SyntheticDefects(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** A defect of random size, evenly on a logarithmic scale, at a random place. */
    public SyntheticDefect paint(SyntheticKind kind, RgbImage good, RgbImage other) {
        return paint(kind, good, other, SMALLEST * Math.pow(LARGEST / SMALLEST, random.nextDouble()));
    }

    /**
     * A defect of a given size at a random place, three times in four one where there is something to see. Places where it
     * would hardly change the picture are passed over; where only such were drawn, the best of them is taken.
     *
     * @param good what is painted on
     * @param other another good picture, to take pieces from
     * @param relativeSize diameter as a share of the shorter side, above 0
     */
    public SyntheticDefect paint(SyntheticKind kind, RgbImage good, RgbImage other, double relativeSize) {
        EdgeEnergy energy = EdgeEnergy.of(good);
        double diameter = relativeSize * Math.min(good.height(), good.width());
        SyntheticDefect best = attempt(kind, good, other, diameter, energy);
        double change = change(good, best);
        for (int i = 1; i < ATTEMPTS && change < LEAST_CHANGE; i++) {
            SyntheticDefect next = attempt(kind, good, other, diameter, energy);
            if (change(good, next) > change) {
                best = next;
                change = change(good, next);
            }
        }
        return best;
    }

    private SyntheticDefect attempt(
            SyntheticKind kind, RgbImage good, RgbImage other, double diameter, EdgeEnergy energy) {
        double[] place = random.nextDouble() < PLACED_BY_EDGES
                ? energy.draw(random)
                : new double[] {random.nextDouble(good.height()), random.nextDouble(good.width())};
        return new Brush(good, other, place[0], place[1], diameter, random).paint(kind);
    }

    /** Mean difference of the mask's pixels, in levels of 0..255. */
    private static double change(RgbImage good, SyntheticDefect defect) {
        long difference = 0;
        int count = 0;
        for (int row = 0; row < good.height(); row++) {
            for (int column = 0; column < good.width(); column++) {
                if (defect.mask().at(row, column)) {
                    for (int channel = 0; channel < 3; channel++) {
                        difference += Math.abs(
                                good.at(row, column, channel) - defect.image().at(row, column, channel));
                    }
                    count += 3;
                }
            }
        }
        return count == 0 ? 0 : (double) difference / count;
    }
}
