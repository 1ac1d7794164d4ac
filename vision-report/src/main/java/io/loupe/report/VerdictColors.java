package io.loupe.report;

import io.loupe.vision.threshold.Verdict;

/** The ground of a verdict's badge and the words on it; never the only sign, the verdict's name stands on it. */
record VerdictColors(int ground, int words) {
    static VerdictColors of(Verdict verdict) {
        return switch (verdict) {
            case PASS -> new VerdictColors(0x1a7f37, 0xffffff);
            case WARN -> new VerdictColors(0xe3a008, 0x1c1400);
            case FAIL -> new VerdictColors(0xcf222e, 0xffffff);
        };
    }
}
