package io.loupe.report;

import io.loupe.report.Report.Nearest;
import io.loupe.report.Report.Picture;
import io.loupe.report.Report.Region;
import io.loupe.report.Report.Truth;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The pictures of a report, worst first, with buttons that show some of them only. */
final class Gallery {
    private Gallery() {}

    static Html of(List<Picture> pictures, Threshold threshold) {
        if (pictures.isEmpty()) {
            return new Html("<section><h2>Pictures</h2><p class=\"quiet\">There are no pictures.</p></section>");
        }
        double highest = Math.max(
                1.25 * threshold.failScore(),
                pictures.stream().mapToDouble(Picture::score).max().orElseThrow());
        List<Html> cards = pictures.stream()
                .sorted(Comparator.comparingDouble(Picture::score).reversed())
                .map(picture -> card(picture, threshold, highest))
                .toList();
        return Html.of("""
                <section><h2>Pictures, worst first</h2>
                <div class="filters" role="group" aria-label="Show">{}</div>
                <div class="gallery">{}</div></section>
                """, Html.join(filters(pictures)), Html.join(cards));
    }

    private static List<Html> filters(List<Picture> pictures) {
        List<Html> filters = new ArrayList<>();
        filters.add(filter("all", "All", pictures.size(), true));
        boolean hasTruth = pictures.stream().anyMatch(picture -> picture.truth() != Truth.UNKNOWN);
        if (hasTruth) {
            filters.add(filter(
                    "wrong",
                    "Wrong ones",
                    pictures.stream().filter(Picture::isWrong).count(),
                    false));
        }
        for (Verdict verdict : List.of(Verdict.FAIL, Verdict.WARN, Verdict.PASS)) {
            long count = pictures.stream()
                    .filter(picture -> picture.verdict() == verdict)
                    .count();
            filters.add(filter("verdict:" + verdict, verdict.name(), count, false));
        }
        pictures.stream()
                .map(Picture::kind)
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .sorted()
                .forEach(kind -> {
                    long count = pictures.stream()
                            .filter(picture -> picture.kind().equals(kind))
                            .count();
                    filters.add(filter("kind:" + kind, kind, count, false));
                });
        return filters;
    }

    private static Html filter(String key, String label, long count, boolean pressed) {
        return Html.of(
                "<button type=\"button\" data-filter=\"{}\" aria-pressed=\"{}\">{} <span>{}</span></button>",
                key,
                pressed,
                label,
                count);
    }

    private static Html card(Picture picture, Threshold threshold, double highest) {
        return Html.of(
                """
                <article class="picture" data-verdict="{}" data-kind="{}" data-wrong="{}">
                <a href="{}"><img loading="lazy" src="{}" alt="{}"></a>
                <div class="line"><span class="badge {}">{}</span><strong class="name">{}</strong>{}</div>
                {}
                {}
                </article>
                """,
                picture.verdict(),
                picture.kind(),
                picture.isWrong(),
                RelativeUrl.of(picture.path()),
                RelativeUrl.of(picture.path()),
                alternative(picture),
                picture.verdict().name().toLowerCase(Locale.ROOT),
                picture.verdict(),
                picture.name(),
                truth(picture),
                scoreBar(picture, threshold, highest),
                regions(picture));
    }

    private static String alternative(Picture picture) {
        return "%s: %s with score %s; original, heatmap and overlay side by side"
                .formatted(picture.name(), picture.verdict(), ResultPicture.number(picture.score()));
    }

    private static Html truth(Picture picture) {
        String known = picture.kind().isEmpty()
                ? switch (picture.truth()) {
                    case GOOD -> "good";
                    case DEFECTIVE -> "defective";
                    case UNKNOWN -> "";
                }
                : picture.kind();
        Html tag = known.isEmpty() ? Html.NONE : Html.of("<span class=\"tag\">{}</span>", known);
        return picture.isWrong() ? Html.join(List.of(tag, new Html("<span class=\"tag wrong\">wrong</span>"))) : tag;
    }

    /** The score as a bar, with a tick where FAIL begins. Drawn as SVG, since the policy of the page allows no styles. */
    private static Html scoreBar(Picture picture, Threshold threshold, double highest) {
        return Html.of(
                """
                <div class="score"><svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="6" rx="1"/>
                <rect class="bar {}" width="{}" height="6" rx="1"/>
                <rect class="tick" x="{}" width="0.6" height="6"/></svg><span>{}</span></div>""",
                picture.verdict().name().toLowerCase(Locale.ROOT),
                width(picture.score(), highest),
                width(threshold.failScore(), highest),
                ResultPicture.number(picture.score()));
    }

    private static String width(double score, double highest) {
        return String.format(Locale.ROOT, "%.2f", Math.clamp(100 * score / highest, 0.0, 100.0));
    }

    private static Html regions(Picture picture) {
        List<Region> regions = picture.regions();
        if (regions.isEmpty()) {
            return Html.NONE;
        }
        return Html.of(
                "<details><summary>{} of the picture in {} compared to</summary>{}</details>",
                percent(picture.anomalousShare()),
                regions.size() == 1
                        ? "1 region, with the normal patches it was"
                        : regions.size() + " regions, with the normal patches they were",
                Html.join(regions.stream().map(Gallery::region).toList()));
    }

    private static Html region(Region region) {
        List<Html> crops = new ArrayList<>();
        String place = "at %s, %d pixels (%s), peak %s"
                .formatted(
                        place(region.box()),
                        region.areaPixels(),
                        percent(region.areaShare()),
                        ResultPicture.number(region.peakScore()));
        crops.add(crop(region.cropPath(), "This region", place));
        for (int rank = 0; rank < region.nearest().size(); rank++) {
            Nearest nearest = region.nearest().get(rank);
            String label = rank == 0 ? "Nearest normal" : "Next nearest";
            crops.add(crop(nearest.cropPath(), label, nearest.picture() + " " + place(nearest.box())));
        }
        return Html.of("<div class=\"crops\">{}</div>", Html.join(crops));
    }

    private static Html crop(@Nullable String path, String label, String place) {
        Html image = path == null
                ? Html.NONE
                : Html.of("<img loading=\"lazy\" src=\"{}\" alt=\"{}\">", RelativeUrl.of(path), label + ", " + place);
        return Html.of("<figure>{}<figcaption><strong>{}</strong> {}</figcaption></figure>", image, label, place);
    }

    /** With a second digit below 1 %, where defects are. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, share < 0.01 ? "%.2f %%" : "%.1f %%", 100 * share);
    }

    private static String place(Box box) {
        return "x %d, y %d, %d x %d".formatted(box.x(), box.y(), box.width(), box.height());
    }
}
