package io.loupe.benchmarks;

import io.loupe.benchmarks.Acceptance.Contender;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What a contender must reach on a category; 0 where nothing is asked. */
record AcceptanceBar(double imageAuroc, double pixelAuroc, double auPro) {
    private static final AcceptanceBar NONE = new AcceptanceBar(0, 0, 0);

    static AcceptanceBar of(Contender contender, String category) {
        return switch (contender.method() + " " + contender.encoder() + " " + category) {
            case "patch-lof coco-mobilenet-v3 transistor" -> new AcceptanceBar(0.985, 0.955, 0.90);
            case "patch-lof coco-mobilenet-v3 magnetic_tile" -> image(0.845);
            case "patch-lof coco-mobilenet-v3 paper_gray", "patch-lof coco-mobilenet-v3 paper_yellow" -> image(0.98);
            case "patch-lof mobilenet-v2-imagenet transistor" -> new AcceptanceBar(0.975, 0.955, 0.90);
            case "patch-lof mobilenet-v2-imagenet magnetic_tile" -> new AcceptanceBar(0.885, 0.795, 0.72);
            case "patch-lof mobilenet-v2-imagenet paper_gray", "patch-lof mobilenet-v2-imagenet paper_yellow" ->
                image(0.975);
            case "patch-lof filter-bank transistor" -> image(0.92);
            case "patch-lof filter-bank magnetic_tile" -> image(0.68);
            case "patchcore coco-mobilenet-v3 transistor" -> image(0.92);
            case "patchcore mobilenet-v2-imagenet transistor" -> new AcceptanceBar(0.86, 0.94, 0);
            case "patchcore mobilenet-v2-imagenet magnetic_tile" -> image(0.66);
            case "patchcore mobilenet-v2-imagenet paper_gray", "patchcore mobilenet-v2-imagenet paper_yellow" ->
                image(0.93);
            default -> NONE;
        };
    }

    private static AcceptanceBar image(double auroc) {
        return new AcceptanceBar(auroc, 0, 0);
    }

    boolean isReachedBy(double image, double pixel, double overlap) {
        return image >= imageAuroc && pixel >= pixelAuroc && overlap >= auPro;
    }

    /** What is asked, in the order of the table's columns; empty where nothing is. */
    @Override
    public String toString() {
        return DoubleStream.of(imageAuroc, pixelAuroc, auPro)
                .filter(bar -> bar > 0)
                .mapToObj(bar -> String.format(Locale.ROOT, "%.3f", bar))
                .collect(Collectors.joining(" / "));
    }
}
