package io.loupe.vision.image;

/** The antialiased filters of {@link Resampler}, in Pillow's meaning of these names. */
public enum Resampling {
    BOX(0.5),
    BILINEAR(1),
    BICUBIC(2),
    LANCZOS(3);

    private final double support;

    Resampling(double support) {
        this.support = support;
    }

    /** Distance from the centre, in input pixels of an enlargement, beyond which the filter is zero. */
    double support() {
        return support;
    }

    /** The filter's value at distance {@code x} from its centre, not normalised. */
    double weight(double x) {
        double distance = Math.abs(x);
        return switch (this) {
            case BOX -> x > -0.5 && x <= 0.5 ? 1 : 0;
            case BILINEAR -> distance < 1 ? 1 - distance : 0;
            case BICUBIC -> cubic(distance);
            case LANCZOS -> -3 <= x && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        };
    }

    /** Keys' cubic with a = -0.5; the order of operations is Pillow's, so that the rounding is too. */
    private static double cubic(double distance) {
        double a = -0.5;
        if (distance < 1) {
            return ((a + 2) * distance - (a + 3)) * distance * distance + 1;
        }
        return distance < 2 ? (((distance - 5) * distance + 8) * distance - 4) * a : 0;
    }

    private static double sinc(double x) {
        // StrictMath, so that every machine gets the same weights.
        return x == 0 ? 1 : StrictMath.sin(x * Math.PI) / (x * Math.PI);
    }
}
