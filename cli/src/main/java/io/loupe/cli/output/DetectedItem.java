package io.loupe.cli.output;

import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One picture in the JSON of {@code loupe detect}: what was found in it, or an error.
 *
 * @param file as it was named on the command line
 * @param objects best score first
 * @param milliseconds decoding included
 */
public record DetectedItem(
        String file,
        @Nullable Integer height,
        @Nullable Integer width,
        List<ObjectItem> objects,
        @Nullable Double milliseconds,
        @Nullable String error) {
    public DetectedItem {
        objects = List.copyOf(objects);
    }

    /**
     * An object.
     *
     * @param score to four digits
     * @param box left, top, width, height in pixels of the upright picture, to hundredths
     */
    public record ObjectItem(String label, double score, List<Double> box) {
        public ObjectItem {
            box = List.copyOf(box);
        }

        static ObjectItem of(Detection detection) {
            BoundingBox box = detection.box();
            return new ObjectItem(
                    detection.label(),
                    Math.round(1e4 * detection.score()) / 1e4,
                    List.of(
                            hundredths(box.left()),
                            hundredths(box.top()),
                            hundredths(box.width()),
                            hundredths(box.height())));
        }

        private static double hundredths(double pixels) {
            return Math.round(100 * pixels) / 100.0;
        }
    }

    /** The item of a picture that was looked at. */
    public static DetectedItem of(Path file, RgbImage image, List<Detection> detections, long nanos) {
        return new DetectedItem(
                file.toString(),
                image.height(),
                image.width(),
                detections.stream().map(ObjectItem::of).toList(),
                nanos / 1e6,
                null);
    }

    /** The item of a picture that could not be read. */
    public static DetectedItem failed(Path file, String error) {
        return new DetectedItem(file.toString(), null, null, List.of(), null, error);
    }
}
