package io.loupe.vision.threshold;

/**
 * The shares of good parts that may be rejected or looked at again, each at most, above 0 and below 0.5.
 *
 * @param fail share of good parts that may FAIL
 * @param warn share of good parts that may WARN or FAIL; not below {@code fail}
 */
public record FalseRejectRates(double fail, double warn) {
    /** 1 in 100 good parts FAIL, 1 in 20 WARN or FAIL. */
    public static final FalseRejectRates DEFAULT = new FalseRejectRates(0.01, 0.05);

    public FalseRejectRates {
        if (!(fail > 0 && fail <= warn && warn < 0.5)) {
            throw new IllegalArgumentException(
                    "False-reject rates need 0 < fail <= warn < 0.5, for example 0.01 and 0.05; got %s and %s"
                            .formatted(fail, warn));
        }
    }

    /** At most this share FAIL; the usual share, or the same if that is more, WARN. */
    public static FalseRejectRates failing(double rate) {
        return new FalseRejectRates(rate, Math.max(rate, DEFAULT.warn));
    }
}
