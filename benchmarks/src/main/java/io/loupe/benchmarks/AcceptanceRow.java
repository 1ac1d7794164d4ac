package io.loupe.benchmarks;

import io.loupe.benchmarks.Acceptance.Contender;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.vision.metric.MeanAndDeviation;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One contender on one category, over the seeds.
 *
 * @param falseRejects share of good test pictures that FAIL, mean over the seeds
 * @param measured the day, as 2026-12-31
 */
record AcceptanceRow(
        Contender contender,
        String category,
        MeanAndDeviation imageAuroc,
        MeanAndDeviation pixelAuroc,
        MeanAndDeviation auPro,
        double falseRejects,
        double trainSeconds,
        double millisecondsPerPicture,
        String measured) {
    static AcceptanceRow of(Contender contender, String category, List<CategoryResult> results) {
        return new AcceptanceRow(
                contender,
                category,
                over(results, CategoryResult::imageAuroc),
                over(results, CategoryResult::pixelAuroc),
                over(results, CategoryResult::aupro),
                over(results, CategoryResult::measuredFalseRejectRate).mean(),
                over(results, CategoryResult::trainSeconds).mean(),
                over(results, CategoryResult::millisecondsPerImage).mean(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static MeanAndDeviation over(
            List<CategoryResult> results, Function<CategoryResult, @Nullable Double> metric) {
        return MeanAndDeviation.of(results.stream()
                .mapToDouble(result -> {
                    Double value = metric.apply(result);
                    return value == null ? Double.NaN : value;
                })
                .toArray());
    }

    /** What must be reached. */
    AcceptanceBar bar() {
        return AcceptanceBar.of(contender, category);
    }

    boolean passes() {
        return bar().isReachedBy(imageAuroc.mean(), pixelAuroc.mean(), auPro.mean());
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s + %s on %s: image AUROC %.3f, pixel AUROC %.3f, AU-PRO %.3f%s",
                contender.method(),
                contender.encoder(),
                category,
                imageAuroc.mean(),
                pixelAuroc.mean(),
                auPro.mean(),
                passes() ? "" : " - BELOW THE BAR " + bar());
    }
}
