package io.loupe.report;

/**
 * The absolute colour scale of one model: the same score has the same colour in every picture, so a good part looks calm
 * and two pictures can be compared. Two straight pieces, so that the threshold always has the middle colour.
 *
 * @param low drawn darkest, with all below it: what a good part typically shows
 * @param threshold the pixel score above which a region begins
 * @param high drawn brightest, with all above it
 */
public record HeatScale(double low, double threshold, double high) {
    public HeatScale {
        if (!(low < threshold && threshold < high && Double.isFinite(high - low))) {
            throw new IllegalArgumentException(
                    "A heat scale needs low < threshold < high, all finite, got %s, %s and %s"
                            .formatted(low, threshold, high));
        }
    }

    /** From half the pixel threshold, below which good parts stay, to as far above it. */
    public static HeatScale ofPixelScore(double threshold) {
        return around(threshold > 0 ? threshold / 2 : threshold - 1, threshold);
    }

    /** As much room above the threshold as there is below it. */
    public static HeatScale around(double low, double threshold) {
        return new HeatScale(low, threshold, threshold + (threshold - low));
    }

    /** Where a score lies: 0 at {@code low} and below, 0.5 at the threshold, 1 at {@code high} and above. */
    public double position(double score) {
        double position = score < threshold
                ? 0.5 * (score - low) / (threshold - low)
                : 0.5 + 0.5 * (score - threshold) / (high - threshold);
        return Math.clamp(position, 0.0, 1.0);
    }
}
