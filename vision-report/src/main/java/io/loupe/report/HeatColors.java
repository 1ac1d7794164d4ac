package io.loupe.report;

/**
 * The colours of the heat scale: from deep blue through red to pale yellow, 256 steps.
 *
 * <p>Computed in {@link Oklab}: lightness rises evenly from dark to bright, so the order can be read without telling hues
 * apart (in grey print, or with any colour blindness), while the hue turns once from blue to yellow, the pair that the
 * common red-green deficiencies keep.
 */
final class HeatColors {
    static final int STEPS = 256;

    private static final double DARKEST = 0.17;
    private static final double BRIGHTEST = 0.94;
    private static final double FIRST_HUE = 275;
    private static final double LAST_HUE = 460;
    private static final double MAX_CHROMA = 0.21;

    private static final int[] TABLE = table();

    private HeatColors() {}

    /** The colour at a position 0..1, as 0xRRGGBB. */
    static int at(double position) {
        return TABLE[(int) Math.round(position * (STEPS - 1))];
    }

    private static int[] table() {
        int[] table = new int[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double share = step / (STEPS - 1.0);
            double lightness = DARKEST + (BRIGHTEST - DARKEST) * share;
            double hue = FIRST_HUE + (LAST_HUE - FIRST_HUE) * share;
            double chroma = MAX_CHROMA * (0.35 + 0.65 * Math.sin(Math.PI * Math.min(1, 0.1 + 0.8 * share)));
            table[step] = Oklab.color(lightness, chroma, hue);
        }
        return table;
    }
}
