package io.loupe.report;

import io.loupe.report.Report.Defect;
import io.loupe.report.Report.Evaluation;
import io.loupe.report.Report.ModelFacts;
import io.loupe.report.Report.Plot;
import io.loupe.vision.threshold.Promise;
import io.loupe.vision.threshold.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The report of an evaluation or an inspection, as one HTML page with pictures beside it. What is not known (no ground
 * truth, no masks, no plots, no pictures) is left out.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * The page, to be written as UTF-8.
     *
     * @throws IllegalArgumentException if a path is absolute
     */
    public static String render(Report report) {
        List<Html> sections = new ArrayList<>();
        sections.add(Html.of("<header><h1>{}</h1><p class=\"quiet\">{}</p></header>", report.title(), report.made()));
        sections.add(summary(report));
        if (!report.plots().isEmpty()) {
            sections.add(plots(report.plots()));
        }
        if (report.evaluation() != null && !report.evaluation().defects().isEmpty()) {
            sections.add(defects(report.evaluation().defects()));
        }
        sections.add(Gallery.of(report.pictures(), report.model().threshold()));
        sections.add(scale(report.model().scale(), report.model().threshold().growScore()));
        sections.add(facts(report.model()));
        return Page.of(report.title(), Html.of("<main>{}</main>", Html.join(sections)));
    }

    private static Html summary(Report report) {
        List<Html> cards = new ArrayList<>();
        Evaluation evaluation = report.evaluation();
        if (evaluation != null) {
            cards.add(card("Image AUROC", share(evaluation.imageAuroc()), "defective above good, 1 is perfect"));
            cards.add(card("Pixel AUROC", share(evaluation.pixelAuroc()), "defective pixels above good ones"));
            cards.add(card("AU-PRO", share(evaluation.auPro()), "every defect weighs the same, large or small"));
            cards.add(card("F1", share(evaluation.f1()), "of the pictures, at the best threshold"));
            cards.add(card(
                    "Good parts rejected",
                    percent(evaluation.falseRejectRate()),
                    "measured on %d good test pictures".formatted(evaluation.goodTestPictures())));
        } else {
            cards.addAll(verdictCounts(report));
        }
        cards.add(promise(report.model().threshold().failPromise()));
        if (evaluation != null) {
            cards.add(card("Time per picture", milliseconds(evaluation.millisecondsPerPicture()), "median, all of it"));
        }
        return Html.of("<section class=\"cards\" aria-label=\"Summary\">{}</section>", Html.join(cards));
    }

    private static List<Html> verdictCounts(Report report) {
        List<Html> cards = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = report.pictures().stream()
                    .filter(picture -> picture.verdict() == verdict)
                    .count();
            cards.add(card(
                    verdict.name(),
                    Long.toString(count),
                    "of %d pictures".formatted(report.pictures().size())));
        }
        return cards;
    }

    private static Html promise(Promise promise) {
        String support = "asked for %s; %d good pictures support at most %s%s"
                .formatted(
                        percent(promise.promisedRate()),
                        promise.goodPictures(),
                        percent(promise.upperLimit()),
                        promise.extrapolated() ? ", extrapolated by a fitted tail" : "");
        return card("Promise: good parts rejected", "\u2264 " + percent(promise.upperLimit()), support);
    }

    private static Html card(String label, String value, String explanation) {
        return Html.of("""
                <div class="card"><div class="label">{}</div><div class="value">{}</div><div class="quiet">{}</div></div>""", label, value, explanation);
    }

    private static Html plots(List<Plot> plots) {
        List<Html> figures = plots.stream()
                .map(plot -> Html.of(
                        "<img src=\"{}\" alt=\"{}\" width=\"700\" height=\"460\">",
                        RelativeUrl.of(plot.path()),
                        plot.description()))
                .toList();
        return Html.of("<section class=\"plots\" aria-label=\"Plots\">{}</section>", Html.join(figures));
    }

    private static Html defects(List<Defect> defects) {
        List<Html> rows = defects.stream()
                .map(defect -> Html.of(
                        """
                        <tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>""",
                        defect.kind(),
                        defect.pictures(),
                        defect.failed(),
                        defect.warned(),
                        defect.pictures() - defect.failed() - defect.warned(),
                        share(defect.imageAuroc()),
                        share(defect.auPro())))
                .toList();
        return Html.of("""
                <section><h2>By kind of defect</h2>
                <div class="scroll" role="region" aria-label="By kind of defect" tabindex="0"><table>
                <thead><tr><th scope="col">Kind</th><th scope="col">Pictures</th><th scope="col">FAIL</th>
                <th scope="col">WARN</th><th scope="col">Missed (PASS)</th><th scope="col">Image AUROC</th>
                <th scope="col">AU-PRO</th></tr></thead>
                <tbody>{}</tbody></table></div></section>
                """, Html.join(rows));
    }

    private static Html scale(HeatScale scale, double growScore) {
        List<Html> stops = new ArrayList<>();
        for (int stop = 0; stop <= 16; stop++) {
            String color = "#%06x".formatted(HeatColors.at(stop / 16.0));
            stops.add(Html.of("<stop offset=\"{}\" stop-color=\"{}\"/>", stop / 16.0, color));
        }
        return Html.of(
                """
                <section><h2>How to read the colours</h2>
                <svg class="scale" viewBox="0 0 400 12" preserveAspectRatio="none" role="img"
                 aria-label="Colour scale from dark blue, normal, to pale yellow, anomalous">
                <defs><linearGradient id="heat">{}</linearGradient></defs>
                <rect width="400" height="12" rx="3" fill="url(#heat)"/></svg>
                <div class="ticks"><span>{} normal</span><span>threshold {}</span><span>{} anomalous</span></div>
                <p>The scale belongs to the model, not to the picture: the same colour is the same score everywhere, so a
                good part looks calm. The middle of the scale is the pixel threshold: a region begins where the map is above
                it, is outlined, and reaches down to {}, but not below three quarters of its own peak. In the overlay, heat fades in from a quarter of the scale upwards.</p></section>
                """,
                Html.join(stops),
                ResultPicture.number(scale.low()),
                ResultPicture.number(scale.threshold()),
                ResultPicture.number(scale.high()),
                ResultPicture.number(growScore));
    }

    private static Html facts(ModelFacts model) {
        List<Html> facts = new ArrayList<>(List.of(
                fact("Method", model.method()),
                fact("Encoder", model.encoder()),
                fact("Taps", model.taps().isEmpty() ? "default" : String.join(", ", model.taps())),
                fact(
                        "Input size",
                        "%d x %d (height x width)"
                                .formatted(
                                        model.inputSize().height(),
                                        model.inputSize().width())),
                fact("Seed", Long.toString(model.seed())),
                fact("Learned from", "%d good pictures".formatted(model.goodPictures())),
                fact("Warns above", ResultPicture.number(model.threshold().warnScore())),
                fact("Fails above", ResultPicture.number(model.threshold().failScore())),
                fact("Pixel threshold", ResultPicture.number(model.threshold().pixelScore())),
                fact(
                        "Regions reach down to",
                        ResultPicture.number(model.threshold().growScore()))));
        if (!model.smallestDefect().isEmpty()) {
            facts.add(fact("Painted defects found 95 times in 100", model.smallestDefect()));
        }
        return Html.of("<section><h2>The model</h2><dl class=\"facts\">{}</dl></section>", Html.join(facts));
    }

    private static Html fact(String name, String value) {
        return Html.of("<div><dt>{}</dt><dd>{}</dd></div>", name, value);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String percent(double rate) {
        return Double.isNaN(rate) ? "\u2013" : String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }

    private static String milliseconds(double value) {
        return Double.isNaN(value) ? "\u2013" : String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
    }
}
