package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.Tap;
import java.util.Arrays;

/** The features that can be taken from the filter bank. */
enum FilterBankTap {
    /** All channels, standardised and whitened. */
    WHITENED("whitened", 0, FilterBank.CHANNELS),
    /** All channels, standardised. */
    ALL("all", 0, FilterBank.CHANNELS),
    /** The channels of one Gaussian scale, in pixels, standardised. */
    SCALE1("scale1", 0, ScaleResponses.CHANNELS),
    SCALE2("scale2", 1, ScaleResponses.CHANNELS),
    SCALE4("scale4", 2, ScaleResponses.CHANNELS),
    SCALE8("scale8", 3, ScaleResponses.CHANNELS);

    private final String tapName;
    private final int firstChannel;
    private final int channels;

    FilterBankTap(String tapName, int scale, int channels) {
        this.tapName = tapName;
        this.firstChannel = scale * ScaleResponses.CHANNELS;
        this.channels = channels;
    }

    Tap tap() {
        return new Tap(tapName, FilterBank.STRIDE, channels);
    }

    /** The constant of this tap, which must be one of ours. */
    static FilterBankTap of(Tap tap) {
        return Arrays.stream(values())
                .filter(constant -> constant.tap().equals(tap))
                .findFirst()
                .orElseThrow();
    }

    PatchFeatures take(PatchFeatures standardized, ChannelFit fit) {
        return switch (this) {
            case WHITENED -> fit.whiten(standardized);
            case ALL -> standardized;
            case SCALE1, SCALE2, SCALE4, SCALE8 -> select(standardized, firstChannel, channels);
        };
    }

    private static PatchFeatures select(PatchFeatures all, int firstChannel, int channels) {
        float[] selected = new float[all.patchCount() * channels];
        for (int patch = 0; patch < all.patchCount(); patch++) {
            int from = patch * all.dimension() + firstChannel;
            System.arraycopy(all.values(), from, selected, patch * channels, channels);
        }
        return PatchFeatures.wrap(all.rows(), all.columns(), channels, selected);
    }
}
