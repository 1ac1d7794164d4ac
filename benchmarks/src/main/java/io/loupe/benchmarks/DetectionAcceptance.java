package io.loupe.benchmarks;

import io.loupe.benchmarks.DetectionTable.Row;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How often detectors name the thing that a photograph shows. {@code ./loupe test --detection} prints it and writes it to
 * {@code docs/detection.md}. There is no bar: the pictures have no boxes, so a figure says how useful the labels are as
 * hints, not how good a detector is.
 */
public final class DetectionAcceptance {
    private static final List<String> DETECTORS = List.of("coco-mobilenet-v3", "yolox-nano-coco");

    private DetectionAcceptance() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--docs")) {
            throw new IllegalArgumentException("Expected --docs DIR, the folder for detection.md");
        }
        Path testData = Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"));
        Path photographs = testData.resolve("data/natural");
        if (!Files.isDirectory(photographs)) {
            System.err.printf(
                    "Skipped: the detection table needs photographs at %s; set LOUPE_TEST_DATA to the folder that holds data/natural and models%n",
                    photographs);
            return;
        }
        EncoderSettings settings = EncoderSettings.defaults().withModelFolders(List.of(testData.resolve("models")));
        String page = measure(photographs, ObjectDetectors.with(settings)).markdown();
        System.out.println(page);
        AtomicFile.writeText(Path.of(arguments[1]).resolve("detection.md"), page);
    }

    private static DetectionTable measure(Path photographs, ObjectDetectors detectors) {
        List<ObjectDetector> opened = new ArrayList<>();
        try {
            DETECTORS.forEach(id -> opened.add(detectors.open(id)));
            List<Row> rows = DetectionSubject.ALL.stream()
                    .map(subject -> row(subject, subject.pictures(photographs), opened))
                    .toList();
            return new DetectionTable(DETECTORS, rows);
        } finally {
            opened.forEach(ObjectDetector::close);
        }
    }

    private static Row row(DetectionSubject subject, List<RgbImage> pictures, List<ObjectDetector> detectors) {
        return new Row(
                subject,
                detectors.stream()
                        .map(detector -> DetectionScore.of(detector, pictures, subject.label()))
                        .toList());
    }
}
