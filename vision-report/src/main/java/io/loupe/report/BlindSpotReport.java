package io.loupe.report;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How small a defect may be and still be found, as one HTML page with the map of it beside. */
public final class BlindSpotReport {
    private BlindSpotReport() {}

    /**
     * The page, to be written as UTF-8.
     *
     * @param made when and by what, as a line below the heading
     * @param side of the part's pictures in pixels, in which sizes are told
     * @param remark how the detector was tuned, in a sentence; may be empty
     * @param mapPath of what {@link BlindSpotPicture} drew, relative to the page
     * @throws IllegalArgumentException if the path is absolute
     */
    public static String render(
            String title, String made, String remark, BlindSpots spots, double side, String mapPath) {
        List<Html> rows = spots.kinds().entrySet().stream()
                .sorted(Comparator.comparingDouble((Map.Entry<SyntheticKind, SmallestFound> kind) ->
                                kind.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .map(kind -> row(kind.getKey().name().toLowerCase(Locale.ROOT), kind.getValue(), side))
                .toList();
        Html body = Html.of(
                """
                <main><header><h1>{}</h1><p class="quiet">{}</p></header>
                <section class="blind"><div>
                <div class="card"><div class="label">Smallest defect found 95 times in 100</div>
                <div class="value">{}</div><div class="quiet">{}</div></div>
                <div class="scroll" role="region" aria-label="By kind of defect" tabindex="0"><table>
                <thead><tr><th scope="col">Kind</th><th scope="col">Size</th><th scope="col">of side</th>
                <th scope="col">90 % sure</th><th scope="col">1 to 50 % of side</th></tr></thead>
                <tbody>{}</tbody></table></div></div>
                <figure><img src="{}" alt="A good part under a grid; each cell says how large a defect has to be there">
                <figcaption>Pixels of the picture from which on defects of all kinds are found there. Bright: has to be
                larger than elsewhere. ?: hardly tried. –: not found reliably at any size tried.</figcaption></figure></section>
                <section><h2>How this was measured</h2><p>{} defects of ten kinds were painted on the good pictures, and each
                picture judged as if the detector had not learned from it. A defect counts as found where the verdict is
                FAIL. Sizes are diameters (scratches are twice as long), chosen step by step where the answer was not
                known yet; the size that 95 of 100 are found from is where a logistic curve through all answers puts it,
                with the interval that they leave open. Real defects differ from painted ones: take this as a measure of
                where the detector is weak, not as a promise.</p></section>{}</main>
                """,
                title,
                made,
                pixels(spots.overall().size(), side),
                explained(spots.overall(), side),
                Html.join(rows),
                RelativeUrl.of(mapPath),
                spots.trials(),
                remark.isEmpty()
                        ? Html.of("")
                        : Html.of("<section><h2>How it was tuned</h2><p>{}</p></section>", remark));
        return Page.of(title, body);
    }

    private static String explained(SmallestFound overall, double side) {
        return overall.isFinite()
                ? "%s of the side; 90 %% sure: %s".formatted(percent(overall.size()), interval(overall, side))
                : "not found reliably at any size tried";
    }

    private static Html row(String kind, SmallestFound found, double side) {
        return Html.of(
                """
                <tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td class="range">\
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
                <rect class="track" width="100" height="8" rx="1"/><rect class="near" x="{}" width="{}" height="8" rx="1"/>\
                <rect class="tick" x="{}" width="1" height="8"/></svg></td></tr>""",
                kind,
                pixels(found.size(), side),
                found.isFinite() ? percent(found.size()) : "–",
                interval(found, side),
                place(found.low()),
                number(Math.max(1, 100 * (position(found.high()) - position(found.low())))),
                place(found.size()));
    }

    private static String place(double size) {
        return number(99 * position(size));
    }

    /** Where between the smallest and the largest size tried, 0..1, on a logarithmic scale. */
    private static double position(double size) {
        return Math.clamp(
                Math.log(size / BlindSpots.SMALLEST) / Math.log(BlindSpots.LARGEST / BlindSpots.SMALLEST), 0.0, 1.0);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String interval(SmallestFound found, double side) {
        return Double.isInfinite(found.low())
                ? "beyond %.0f px".formatted(BlindSpots.LARGEST * side)
                : "%.0f to %s".formatted(Math.max(1, found.low() * side), pixels(found.high(), side));
    }

    private static String pixels(double size, double side) {
        return Double.isInfinite(size)
                ? "> %.0f px".formatted(BlindSpots.LARGEST * side)
                : "%.0f px".formatted(Math.max(1, size * side));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
