package io.loupe.report;

import java.util.List;

/**
 * A colour for each label of a detector, the same in every picture. Neighbours in the list are a golden angle apart in hue,
 * so that any few labels differ; hues come close again 21, 34 and 55 labels later, and there the lightness is another. All
 * are light enough to carry dark words.
 */
final class LabelColors {
    static final int WORDS = 0x14161a;

    private static final double GOLDEN_ANGLE = 137.508;
    private static final double FIRST_HUE = 145;
    private static final double CHROMA = 0.19;
    private static final double[] LIGHTNESS = {0.82, 0.68, 0.86, 0.70};

    private final List<String> labels;

    LabelColors(List<String> labels) {
        this.labels = List.copyOf(labels);
    }

    /** As 0xRRGGBB. */
    int of(String label) {
        int index = labels.indexOf(label);
        return Oklab.color(LIGHTNESS[Math.floorMod(index, LIGHTNESS.length)], CHROMA, FIRST_HUE + GOLDEN_ANGLE * index);
    }
}
