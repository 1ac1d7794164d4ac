package io.loupe.cli.output;

import io.loupe.cli.evaluation.CategoryEvaluation;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.cli.evaluation.CategoryResult.DefectResult;
import io.loupe.report.Report;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The figures of a labelled category, as the report shows them. */
final class EvaluationSection {
    private EvaluationSection() {}

    static Report.Evaluation of(CategoryEvaluation evaluation, CategoryResult result) {
        List<Report.Defect> defects = new ArrayList<>();
        result.perDefect().forEach((kind, defect) -> defects.add(defect(kind, defect, evaluation.warned(kind))));
        return new Report.Evaluation(
                orNaN(result.imageAuroc()),
                orNaN(result.pixelAuroc()),
                orNaN(result.aupro()),
                orNaN(result.f1()),
                orNaN(result.measuredFalseRejectRate()),
                evaluation.goodScores().length,
                orNaN(result.millisecondsPerImage()),
                defects);
    }

    private static Report.Defect defect(String kind, DefectResult defect, int warned) {
        return new Report.Defect(
                kind, defect.images(), defect.rejected(), warned, orNaN(defect.imageAuroc()), orNaN(defect.aupro()));
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
