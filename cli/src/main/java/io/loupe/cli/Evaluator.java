package io.loupe.cli;

import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.cli.evaluation.CategoryEvaluation;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.cli.output.ResultFolder;
import io.loupe.vision.Detector;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Trains on a category's good parts, inspects its test pictures, and reports.
 *
 * @param out where result pictures and a report of each category go; empty for none
 * @param plots whether a report gets ROC curve and histogram
 */
public record Evaluator(TrainingSettings settings, EncoderSettings encoders, Optional<Path> out, Plots plots) {
    /** Whether to draw. */
    public enum Plots {
        DRAWN,
        LEFT_OUT
    }

    /** The measured result; pictures and report are written before it answers. */
    public CategoryResult evaluate(Category category, ProgressBar progress) {
        if (category.test().isEmpty()) {
            throw new UnusableDataSetException(
                    "Category %s has no test pictures. Evaluating needs test/good and test/TYPE, or a folder bad beside good."
                            .formatted(category.name()));
        }
        GoodParts.Learned learned = GoodParts.learn(category.good(), settings, encoders, progress);
        try (Detector detector = learned.detector()) {
            Optional<ResultFolder> folder =
                    out.map(path -> ResultFolder.create(path.resolve(category.name()), category.name(), detector));
            CategoryEvaluation evaluation = CategoryEvaluation.run(
                    detector,
                    category,
                    (file, image, inspection, mask) ->
                            folder.ifPresent(results -> results.add(file, image, inspection, mask)),
                    progress,
                    complaint -> progress.say("Note: " + complaint));
            CategoryResult result = evaluation.result(learned.time(), learned.skipped());
            folder.ifPresent(results -> progress.say("Report: " + finish(results, evaluation, result)));
            return result;
        }
    }

    private Path finish(ResultFolder results, CategoryEvaluation evaluation, CategoryResult result) {
        return switch (plots) {
            case DRAWN -> results.finishWithPlots(evaluation, result);
            case LEFT_OUT -> results.finish(evaluation, result);
        };
    }
}
