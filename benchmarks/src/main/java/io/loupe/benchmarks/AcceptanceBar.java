package io.loupe.benchmarks;

import io.loupe.benchmarks.Acceptance.Contender;
import java.util.Locale;

/** What a contender must reach on a category; 0 where nothing is asked. */
record AcceptanceBar(double imageAuroc, double pixelAuroc) {
    private static final AcceptanceBar NONE = new AcceptanceBar(0, 0);

    static AcceptanceBar of(Contender contender, String category) {
        if (contender.equals(new Contender("patchcore", "coco-mobilenet-v3"))) {
            return category.equals("transistor") ? new AcceptanceBar(0.92, 0) : NONE;
        }
        if (!contender.equals(new Contender("patchcore", "mobilenet-v2-imagenet"))) {
            return NONE;
        }
        return switch (category) {
            case "transistor" -> new AcceptanceBar(0.86, 0.94);
            case "magnetic_tile" -> new AcceptanceBar(0.66, 0);
            case "paper_gray", "paper_yellow" -> new AcceptanceBar(0.93, 0);
            default -> NONE;
        };
    }

    boolean isAsked() {
        return !equals(NONE);
    }

    @Override
    public String toString() {
        if (!isAsked()) {
            return "";
        }
        return pixelAuroc > 0
                ? String.format(Locale.ROOT, "%.2f / %.2f", imageAuroc, pixelAuroc)
                : String.format(Locale.ROOT, "%.2f", imageAuroc);
    }
}
