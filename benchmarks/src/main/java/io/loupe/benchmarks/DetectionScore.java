package io.loupe.benchmarks;

import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.image.RgbImage;
import java.util.List;

/**
 * How a detector did on photographs of one kind of thing.
 *
 * @param found pictures in which it found the thing
 * @param best pictures in which it was surest of the thing, of all that it found
 * @param pictures all of them
 * @param nanos time for all of them, after decoding
 */
record DetectionScore(int found, int best, int pictures, long nanos) {
    static final DetectionScore NONE = new DetectionScore(0, 0, 0, 0);

    private static final DetectionLimits LIMITS = new DetectionLimits(0.2, 100);

    static DetectionScore of(ObjectDetector detector, List<RgbImage> pictures, String label) {
        DetectionScore score = NONE;
        for (RgbImage picture : pictures) {
            long start = System.nanoTime();
            List<Detection> detections = detector.detect(picture, LIMITS);
            long nanos = System.nanoTime() - start;
            boolean isFound =
                    detections.stream().anyMatch(detection -> detection.label().equals(label));
            boolean isBest = isFound && detections.getFirst().label().equals(label);
            score = score.plus(new DetectionScore(isFound ? 1 : 0, isBest ? 1 : 0, 1, nanos));
        }
        return score;
    }

    DetectionScore plus(DetectionScore other) {
        return new DetectionScore(
                found + other.found, best + other.best, pictures + other.pictures, nanos + other.nanos);
    }

    double foundShare() {
        return (double) found / pictures;
    }

    double bestShare() {
        return (double) best / pictures;
    }

    double millisecondsPerPicture() {
        return nanos / 1e6 / pictures;
    }
}
