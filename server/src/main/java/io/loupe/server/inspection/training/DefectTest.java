package io.loupe.server.inspection.training;

import io.loupe.images.ImageFiles;
import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.inspection.version.VersionTest;
import io.loupe.server.inspection.version.VersionTest.DefectType;
import io.loupe.server.inspection.version.VersionTest.Metrics;
import io.loupe.server.inspection.version.VersionTest.Score;
import io.loupe.server.library.ImageId;
import io.loupe.server.objects.ObjectStore;
import io.loupe.vision.Detector;
import io.loupe.vision.Inspection;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.metric.ImageEvaluation;
import io.loupe.vision.metric.ImageMetrics;
import io.loupe.vision.metric.PixelEvaluation;
import io.loupe.vision.metric.PixelMetrics;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks a new model about the labelled defects, and measures how well it tells them from good parts. */
@Component
final class DefectTest {
    private final Originals originals;
    private final ObjectStore objects;

    DefectTest(Originals originals, ObjectStore objects) {
        this.originals = originals;
        this.objects = objects;
    }

    /** @param complaints told of everything that could not be used */
    VersionTest run(
            TenantId tenant, Detector detector, List<Example> defects, Progress progress, Consumer<String> complaints) {
        ImageEvaluation images = new ImageEvaluation();
        PixelEvaluation pixels = new PixelEvaluation();
        for (double score : detector.heldOutScores().imageLevelScores()) {
            images.addGood(score);
        }
        List<Score> scores = new ArrayList<>();
        int[] done = {0};
        originals.look(tenant, defects, (_, image) -> detector.inspect(image)).forEach(seen -> {
            Example defect = seen.example();
            seen.made()
                    .ifPresentOrElse(
                            inspection -> {
                                String type = defect.image().labelling().defectType();
                                images.addDefective(inspection.score(), type);
                                mask(tenant, defect, inspection, complaints)
                                        .ifPresent(mask -> pixels.add(inspection.map(), inspection.mask(), mask, type));
                                scores.add(new Score(
                                        new ImageId(defect.image().image()), defect.name(), inspection.score()));
                            },
                            () -> complaints.accept(seen.complaint()));
            progress.report("inspecting defects", ++done[0], defects.size());
        });
        return new VersionTest(
                metrics(images.metrics(detector.threshold().failScore()), pixels.metrics(), scores.size()), scores);
    }

    /** At the size of the map, so that large pictures do not count for more than small ones. */
    private Optional<BinaryMask> mask(
            TenantId tenant, Example defect, Inspection inspection, Consumer<String> complaints) {
        return defect.image().mask().flatMap(key -> objects.find(tenant, key)).flatMap(file -> {
            try {
                return Optional.of(ImageFiles.readMask(file)
                        .resized(inspection.map().height(), inspection.map().width()));
            } catch (UnreadableImageException e) {
                complaints.accept("The mask of '%s' is left out: %s".formatted(defect.name(), e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private static Metrics metrics(ImageMetrics images, PixelMetrics pixels, int defects) {
        return new Metrics(
                defined(images.auroc()),
                defects,
                (int) images.atThreshold().truePositives(),
                defined(pixels.auroc()),
                defined(pixels.auPro()),
                images.defectTypes().stream()
                        .map(type ->
                                new DefectType(type.name(), type.pictures(), type.rejected(), defined(type.auroc())))
                        .toList());
    }

    private static @Nullable Double defined(double metric) {
        return Double.isNaN(metric) ? null : metric;
    }
}
