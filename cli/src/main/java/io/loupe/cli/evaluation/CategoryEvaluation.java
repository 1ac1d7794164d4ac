package io.loupe.cli.evaluation;

import io.loupe.cli.dataset.Category;
import io.loupe.cli.dataset.LabelledFile;
import io.loupe.cli.evaluation.CategoryResult.Counts;
import io.loupe.cli.evaluation.CategoryResult.DefectResult;
import io.loupe.vision.Detector;
import io.loupe.vision.Inspection;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.metric.Confusion;
import io.loupe.vision.metric.ImageEvaluation;
import io.loupe.vision.metric.ImageMetrics;
import io.loupe.vision.metric.PixelEvaluation;
import io.loupe.vision.metric.PixelMetrics;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.threshold.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** Inspects the labelled pictures of one category and measures how well that went. Maps are not kept. */
public final class CategoryEvaluation {
    /** Called with each picture that was inspected, for whoever wants to save something of it. */
    @FunctionalInterface
    public interface Listener {
        void inspected(LabelledFile file, RgbImage image, Inspection inspection, Optional<BinaryMask> groundTruth);
    }

    private final Detector detector;
    private final Category category;
    private final Stopwatch stopwatch = new Stopwatch();
    private final ImageEvaluation images = new ImageEvaluation();
    private final PixelEvaluation pixels = new PixelEvaluation();
    private final List<String> skipped = new ArrayList<>();
    private final List<Double> goodScores = new ArrayList<>();
    private final List<Double> defectiveScores = new ArrayList<>();
    private final Map<String, Integer> warned = new HashMap<>();
    private int inspected;
    private int goodFailed;

    private CategoryEvaluation(Detector detector, Category category) {
        this.detector = detector;
        this.category = category;
    }

    /**
     * Inspects every test picture of the category. Pictures that cannot be read are skipped and named.
     *
     * @param complaints told at once of everything that could not be used
     */
    public static CategoryEvaluation run(
            Detector detector, Category category, Listener listener, Progress progress, Consumer<String> complaints) {
        CategoryEvaluation evaluation = new CategoryEvaluation(detector, category);
        int[] done = {0};
        category.test().stream()
                .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), TestPicture::read))
                .forEach(picture -> {
                    picture.complaint().ifPresent(complaints);
                    evaluation.add(picture, listener);
                    progress.report(
                            "inspecting " + category.name(),
                            ++done[0],
                            category.test().size());
                });
        return evaluation;
    }

    private void add(TestPicture picture, Listener listener) {
        picture.complaint().ifPresent(skipped::add);
        if (picture.image().isEmpty()) {
            return;
        }
        RgbImage image = picture.image().get();
        LabelledFile file = picture.file();
        Inspection inspection = detector.inspect(image);
        stopwatch.add(picture.decodeNanos(), inspection.times());
        inspected++;
        if (file.isDefective()) {
            images.addDefective(inspection.score(), file.type());
            defectiveScores.add(inspection.score());
            if (inspection.verdict() == Verdict.WARN) {
                warned.merge(file.type(), 1, Integer::sum);
            }
        } else {
            images.addGood(inspection.score());
            goodScores.add(inspection.score());
            goodFailed += inspection.verdict() == Verdict.FAIL ? 1 : 0;
        }
        picture.groundTruth().ifPresent(mask -> pixels.add(inspection.map(), inspection.mask(), mask, file.type()));
        listener.inspected(file, image, inspection, picture.groundTruth());
    }

    /** Image-level scores of the good test pictures. */
    public double[] goodScores() {
        return goodScores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Image-level scores of the defective test pictures. */
    public double[] defectiveScores() {
        return defectiveScores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** How many pictures of a defect type got WARN. */
    public int warned(String defectType) {
        return warned.getOrDefault(defectType, 0);
    }

    public ImageMetrics imageMetrics() {
        return images.metrics(detector.threshold().failScore());
    }

    public PixelMetrics pixelMetrics() {
        return pixels.metrics();
    }

    /**
     * Everything measured, as it goes into JSON.
     *
     * @param unreadGood one sentence for each good picture the training could not read
     */
    public CategoryResult result(Duration trainingTime, List<String> unreadGood) {
        ImageMetrics image = imageMetrics();
        PixelMetrics pixel = pixelMetrics();
        TrainingSettings settings = detector.settings();
        List<String> unused = new ArrayList<>(unreadGood);
        unused.addAll(skipped);
        return new CategoryResult(
                category.name(),
                settings.method(),
                settings.encoder().id(),
                detector.taps(),
                settings.encoder().inputSize().height(),
                settings.methodSettings().seed(),
                defined(image.auroc()),
                defined(pixel.auroc()),
                defined(pixel.auPro()),
                defined(image.averagePrecision()),
                defined(image.f1Max()),
                defined(pixel.atThreshold().iou()),
                defined(pixel.atThreshold().f1()),
                defined(pixel.atThreshold().precision()),
                defined(pixel.atThreshold().recall()),
                detector.threshold().failScore(),
                settings.maxFalseReject(),
                goodScores.isEmpty() ? null : (double) goodFailed / goodScores.size(),
                detector.goodPictures().size(),
                inspected,
                trainingTime.toMillis() / 1000.0,
                stopwatch.total(),
                stopwatch.parts(),
                ResidentMemory.peakMegabytes(),
                Map.of("bank_rows", detector.bankRows()),
                perDefect(image, pixel),
                counts(image.atThreshold()),
                counts(pixel.atThreshold()),
                unused);
    }

    private static Map<String, DefectResult> perDefect(ImageMetrics image, PixelMetrics pixel) {
        Map<String, PixelMetrics.DefectType> pixelsByType = new LinkedHashMap<>();
        pixel.defectTypes().forEach(type -> pixelsByType.put(type.name(), type));
        Map<String, DefectResult> results = new LinkedHashMap<>();
        for (ImageMetrics.DefectType type : image.defectTypes()) {
            PixelMetrics.DefectType ofPixels = pixelsByType.get(type.name());
            results.put(
                    type.name(),
                    new DefectResult(
                            type.pictures(),
                            type.rejected(),
                            defined(type.auroc()),
                            ofPixels == null ? null : defined(ofPixels.auroc()),
                            ofPixels == null ? null : defined(ofPixels.auPro())));
        }
        return results;
    }

    private static Counts counts(Confusion confusion) {
        return new Counts(
                confusion.truePositives(),
                confusion.falsePositives(),
                confusion.falseNegatives(),
                confusion.trueNegatives(),
                defined(confusion.precision()),
                defined(confusion.recall()),
                defined(confusion.f1()));
    }

    private static @Nullable Double defined(double metric) {
        return Double.isNaN(metric) ? null : metric;
    }
}
