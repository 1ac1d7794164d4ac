package io.loupe.vision.blindspot;

/**
 * The size from which on 95 of 100 defects are found, as a share of the picture's side; infinite where that is beyond
 * {@link BlindSpots#LARGEST}: not found reliably at any size tried.
 *
 * @param size as likely too high as too low
 * @param low with a probability of 0.95 it is not smaller
 * @param high with a probability of 0.95 it is not larger
 */
public record SmallestFound(double size, double low, double high) {
    public SmallestFound {
        if (!(0 < low && low <= size && size <= high)) {
            throw new IllegalArgumentException(
                    "A smallest size lies between its limits, got %s in %s to %s".formatted(size, low, high));
        }
    }

    /** Whether there is such a size among those tried. */
    public boolean isFinite() {
        return size < Double.POSITIVE_INFINITY;
    }
}
