package io.loupe.report;

import io.loupe.report.Report.Defect;
import io.loupe.report.Report.Evaluation;
import io.loupe.report.Report.ModelFacts;
import io.loupe.report.Report.Picture;
import io.loupe.report.Report.Plot;
import io.loupe.report.Report.Truth;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.threshold.Promise;
import io.loupe.vision.threshold.Threshold;
import io.loupe.vision.threshold.Verdict;
import java.util.List;

/** Small reports for tests. */
final class Reports {
    static final Threshold THRESHOLD =
            new Threshold(2, 3, 2.5, 1.8, new Promise(0.01, 60, 0.048, true), new Promise(0.05, 60, 0.09, false));

    static final ModelFacts MODEL = new ModelFacts(
            "patchcore",
            "filter-bank",
            List.of(),
            new InputSize(320, 240),
            7,
            60,
            THRESHOLD,
            HeatScale.around(1, 2.5),
            "from 28 px on");

    private Reports() {}

    static Report inspection(Picture... pictures) {
        return new Report("Inspection", "today", MODEL, null, List.of(), List.of(pictures));
    }

    static Report evaluation(Evaluation evaluation, Picture... pictures) {
        return new Report(
                "Evaluation", "today", MODEL, evaluation, List.of(new Plot("roc.png", "ROC")), List.of(pictures));
    }

    static Evaluation evaluationOf(double imageAuroc, double auPro, Defect... defects) {
        return new Evaluation(imageAuroc, Double.NaN, auPro, 0.9, 0.0125, 80, 38.2, List.of(defects));
    }

    static Picture picture(String name, Truth truth, String kind, Verdict verdict, double score) {
        return new Picture(name, "pictures/" + name, truth, kind, verdict, score, 0, List.of());
    }
}
