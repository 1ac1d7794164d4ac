package io.loupe.server.inspection.verdict;

import io.loupe.server.inspection.verdict.Details.Nearest;
import io.loupe.server.inspection.verdict.Details.Region;
import io.loupe.server.inspection.verdict.Details.Timings;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.library.ImageId;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.vision.Detector;
import io.loupe.vision.Finding;
import io.loupe.vision.Inspection;
import io.loupe.vision.threshold.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A version that judges, for somebody.
 *
 * @param detector the version's model, open, with the version's threshold
 * @param pictures those of the library that it learned from, by the names that the model has for them
 * @param job whose items are judged
 */
record Judge(
        PictureRoom room,
        ModelVersion version,
        Detector detector,
        Map<String, ImageId> pictures,
        Operator operator,
        Optional<UUID> job) {
    /** What is seen in a picture's file, wherever it is kept. */
    record Look(String type, int width, int height, Inspection inspection, ScoreMap map, Duration read) {}

    /**
     * Looks at the picture in a file. This is the part that computes.
     *
     * @throws io.loupe.images.UnreadableImageException if there is none
     */
    Look look(String filename, byte[] bytes) {
        long start = System.nanoTime();
        return room.look(filename, bytes, (header, image) -> {
            Duration read = Duration.ofNanos(System.nanoTime() - start);
            Inspection inspection = detector.inspect(image);
            return new Look(
                    header.format().mediaType(),
                    image.width(),
                    image.height(),
                    inspection,
                    ScoreMap.of(inspection),
                    read);
        });
    }

    /** What is said of it, for the record. */
    NewVerdict verdict(String filename, ObjectKey picture, Look look) {
        Inspection inspection = look.inspection();
        Threshold threshold = inspection.threshold();
        Judgement judgement = new Judgement(
                job,
                filename,
                picture,
                look.type(),
                look.width(),
                look.height(),
                inspection.verdict(),
                inspection.score(),
                threshold.warnScore(),
                threshold.failScore(),
                version.id(),
                version.label(),
                version.thresholdRevision(),
                operator,
                new Details(
                        pValue(inspection.score()),
                        inspection.anomalousShare(),
                        inspection.findings().stream().map(this::region).toList(),
                        timings(inspection, look.read())));
        return new NewVerdict(judgement, look.map());
    }

    private double pValue(double score) {
        List<Double> heldOut = version.facts().heldOutScores();
        long atLeast = heldOut.stream().filter(good -> good >= score).count();
        return (1.0 + atLeast) / (1.0 + heldOut.size());
    }

    private Region region(Finding finding) {
        return new Region(
                finding.region().box(),
                finding.region().areaPixels(),
                finding.region().areaShare(),
                finding.region().peakScore(),
                finding.nearest().stream()
                        .map(normal -> new Nearest(pictures.get(normal.image()), normal.image(), normal.box()))
                        .toList());
    }

    private static Timings timings(Inspection inspection, Duration read) {
        return new Timings(
                Timings.of(read),
                Timings.of(inspection.times().prepare()),
                Timings.of(inspection.times().encode()),
                Timings.of(inspection.times().score()),
                Timings.of(inspection.times().rest()),
                Timings.of(read.plus(inspection.times().total())));
    }
}
