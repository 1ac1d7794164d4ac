package io.loupe.cli.evaluation;

import io.loupe.vision.metric.MeanAndDeviation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of {@code loupe evaluate --all}.
 *
 * @param mean of each metric over the categories where it is defined
 * @param deviation sample standard deviation of the same
 */
public record EvaluationSummary(
        List<CategoryResult> categories, Map<String, @Nullable Double> mean, Map<String, @Nullable Double> deviation) {
    private static final Map<String, Function<CategoryResult, @Nullable Double>> METRICS = metrics();

    public EvaluationSummary {
        categories = List.copyOf(categories);
    }

    private static Map<String, Function<CategoryResult, @Nullable Double>> metrics() {
        Map<String, Function<CategoryResult, @Nullable Double>> metrics = new LinkedHashMap<>();
        metrics.put("image_auroc", CategoryResult::imageAuroc);
        metrics.put("pixel_auroc", CategoryResult::pixelAuroc);
        metrics.put("aupro", CategoryResult::aupro);
        metrics.put("average_precision", CategoryResult::averagePrecision);
        metrics.put("f1", CategoryResult::f1);
        metrics.put("iou", CategoryResult::iou);
        metrics.put("dice", CategoryResult::dice);
        metrics.put("precision", CategoryResult::precision);
        metrics.put("recall", CategoryResult::recall);
        metrics.put("measured_false_reject_rate", CategoryResult::measuredFalseRejectRate);
        metrics.put("train_seconds", CategoryResult::trainSeconds);
        metrics.put("milliseconds_per_image", CategoryResult::millisecondsPerImage);
        return metrics;
    }

    /** Mean and deviation of every metric over these results. */
    public static EvaluationSummary of(List<CategoryResult> categories) {
        Map<String, @Nullable Double> mean = new LinkedHashMap<>();
        Map<String, @Nullable Double> deviation = new LinkedHashMap<>();
        METRICS.forEach((name, metric) -> {
            double[] values = categories.stream()
                    .mapToDouble(result -> {
                        Double value = metric.apply(result);
                        return value == null ? Double.NaN : value;
                    })
                    .toArray();
            MeanAndDeviation summary = MeanAndDeviation.of(values);
            mean.put(name, Double.isNaN(summary.mean()) ? null : summary.mean());
            deviation.put(name, Double.isNaN(summary.deviation()) ? null : summary.deviation());
        });
        return new EvaluationSummary(categories, mean, deviation);
    }
}
