package io.loupe.cli.output;

import io.loupe.cli.dataset.LabelledFile;
import io.loupe.cli.evaluation.CategoryEvaluation;
import io.loupe.cli.evaluation.CategoryResult;
import io.loupe.report.HeatScale;
import io.loupe.report.Heatmap;
import io.loupe.report.HtmlReport;
import io.loupe.report.InspectedPicture;
import io.loupe.report.Report;
import io.loupe.report.ResultPicture;
import io.loupe.report.ScorePlots;
import io.loupe.vision.Detector;
import io.loupe.vision.Finding;
import io.loupe.vision.Inspection;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder a run leaves behind: {@code TYPE/NAME_result.png}, {@code TYPE/NAME_heatmap.png} and {@code
 * TYPE/NAME_mask.png} (white where anomalous) of every picture, the plots below {@code evaluation/}, and {@code
 * report.html} over it all.
 */
public final class ResultFolder {
    private final Path folder;
    private final String title;
    private final Detector detector;
    private final HeatScale scale;
    private final RegionCrops crops;
    private final List<Report.Picture> pictures = new ArrayList<>();

    private ResultFolder(Path folder, String title, Detector detector) {
        this.folder = folder;
        this.title = title;
        this.detector = detector;
        this.scale = HeatScale.ofPixelScore(detector.threshold().pixelScore());
        this.crops = new RegionCrops(folder, detector.goodPictures());
    }

    /** A folder for the results of this detector; made when the first file is written. */
    public static ResultFolder create(Path folder, String title, Detector detector) {
        return new ResultFolder(folder, title, detector);
    }

    /** Writes the pictures of one inspection. */
    public void add(LabelledFile file, RgbImage image, Inspection inspection, Optional<BinaryMask> groundTruth) {
        String name = file.picture().getFileName().toString();
        String stem = (file.type().isEmpty() ? "" : file.type() + "/") + stemOf(name);
        InspectedPicture inspected = new InspectedPicture(
                name,
                image,
                inspection.map(),
                inspection.mask(),
                inspection.findings().stream()
                        .map(finding -> finding.region().box())
                        .toList(),
                inspection.verdict(),
                inspection.score(),
                inspection.threshold().failScore(),
                groundTruth.orElse(null));
        PngFile.write(folder.resolve(stem + "_result.png"), ResultPicture.render(inspected, scale));
        PngFile.write(
                folder.resolve(stem + "_heatmap.png"),
                Heatmap.render(inspection.map().resized(image.height(), image.width()), scale));
        PngFile.write(folder.resolve(stem + "_mask.png"), inspection.mask().resized(image.height(), image.width()));
        pictures.add(new Report.Picture(
                name,
                stem + "_result.png",
                truthOf(file),
                file.type(),
                inspection.verdict(),
                inspection.score(),
                inspection.anomalousShare(),
                regions(stem, image, inspection.findings())));
    }

    static String stemOf(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Report.Truth truthOf(LabelledFile file) {
        if (file.type().equals(LabelledFile.UNLABELLED)) {
            return Report.Truth.UNKNOWN;
        }
        return file.isDefective() ? Report.Truth.DEFECTIVE : Report.Truth.GOOD;
    }

    private List<Report.Region> regions(String stem, RgbImage image, List<Finding> findings) {
        List<Report.Region> regions = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            regions.add(crops.describe(stem + "_region" + (i + 1), image, findings.get(i), i));
        }
        return regions;
    }

    /** Writes the report of pictures of which nobody knows the truth. */
    public Path finish() {
        return writeReport(null, heldOutPlot());
    }

    /** Writes the report of labelled pictures. */
    public Path finish(CategoryEvaluation evaluation, CategoryResult result) {
        return writeReport(EvaluationSection.of(evaluation, result), List.of());
    }

    /** The scores that the thresholds were made from. */
    private List<Report.Plot> heldOutPlot() {
        return ScorePlots.heldOut(detector.heldOutScores().imageLevelScores(), detector.threshold())
                .map(plot -> writePlot(
                        "evaluation/held_out_scores.png",
                        "Histogram of the scores of the good pictures, each held out, with the thresholds made from them",
                        plot))
                .stream()
                .toList();
    }

    /** Writes ROC curve and histogram, as far as the pictures allow, and the report of labelled pictures. */
    public Path finishWithPlots(CategoryEvaluation evaluation, CategoryResult result) {
        List<Report.Plot> plots = new ArrayList<>(heldOutPlot());
        double[] good = evaluation.goodScores();
        double[] defective = evaluation.defectiveScores();
        if (good.length > 0 && defective.length > 0) {
            double auroc = evaluation.imageMetrics().auroc();
            ScorePlots.roc(good, defective, auroc)
                    .ifPresent(plot -> plots.add(writePlot(
                            "evaluation/roc_curve.png",
                            "ROC curve of the pictures, area under it %.3f".formatted(auroc),
                            plot)));
        }
        if (good.length + defective.length > 0) {
            ScorePlots.histogram(good, defective, detector.threshold())
                    .ifPresent(plot -> plots.add(writePlot(
                            "evaluation/score_distribution.png",
                            "Histogram of the scores of good and defective pictures, with the thresholds",
                            plot)));
        }
        return writeReport(EvaluationSection.of(evaluation, result), plots);
    }

    private Report.Plot writePlot(String path, String description, RgbImage plot) {
        PngFile.write(folder.resolve(path), plot);
        return new Report.Plot(path, description);
    }

    private static String smallestDefect(SmallestFound overall, double side) {
        return overall.isFinite()
                ? String.format(
                        Locale.ROOT,
                        "from %.0f px on (%.1f %% of the side)",
                        Math.max(1, overall.size() * side),
                        100 * overall.size())
                : "none of those tried";
    }

    private Path writeReport(Report.@Nullable Evaluation evaluation, List<Report.Plot> plots) {
        var settings = detector.settings();
        Report.ModelFacts model = new Report.ModelFacts(
                settings.method(),
                settings.encoder().id(),
                detector.taps(),
                settings.encoder().inputSize(),
                settings.methodSettings().seed(),
                detector.goodPictures().size(),
                detector.threshold(),
                scale,
                detector.blindSpots()
                        .map(spots -> smallestDefect(spots.overall(), detector.typicalSide()))
                        .orElse(""));
        Path file = folder.resolve("report.html");
        AtomicFile.writeText(
                file, HtmlReport.render(new Report(title, Made.now(), model, evaluation, plots, pictures)));
        return file;
    }
}
