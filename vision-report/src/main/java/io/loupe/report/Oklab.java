package io.loupe.report;

/**
 * Colours by how they look: OKLab is a space where equal steps look equal [1]. Where a colour is outside sRGB, its chroma is
 * lowered until it fits; lightness and hue stay.
 *
 * <p>[1] B. Ottosson, A perceptual color space for image processing, 2020,
 * https://bottosson.github.io/posts/oklab/
 */
final class Oklab {
    private Oklab() {}

    /**
     * A colour as 0xRRGGBB.
     *
     * @param lightness 0 black to 1 white
     * @param chroma 0 grey to about 0.3
     * @param hueDegrees 30 red, 110 yellow, 145 green, 265 blue
     */
    static int color(double lightness, double chroma, double hueDegrees) {
        double hue = Math.toRadians(hueDegrees);
        double fitting = chroma;
        double[] rgb = linearRgb(lightness, fitting, hue);
        while (!isDisplayable(rgb)) {
            fitting -= 0.001;
            rgb = linearRgb(lightness, fitting, hue);
        }
        return encoded(rgb[0]) << 16 | encoded(rgb[1]) << 8 | encoded(rgb[2]);
    }

    private static double[] linearRgb(double lightness, double chroma, double hue) {
        double a = chroma * Math.cos(hue);
        double b = chroma * Math.sin(hue);
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isDisplayable(double[] rgb) {
        for (double channel : rgb) {
            if (channel < -1e-4 || channel > 1 + 1e-4) {
                return false;
            }
        }
        return true;
    }

    /** The transfer function of sRGB, 0..255. */
    private static int encoded(double linear) {
        double clamped = Math.clamp(linear, 0.0, 1.0);
        double value = clamped <= 0.0031308 ? 12.92 * clamped : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * value);
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
