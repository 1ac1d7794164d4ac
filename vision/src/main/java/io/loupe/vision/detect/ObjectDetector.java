package io.loupe.vision.detect;

import io.loupe.vision.image.RgbImage;
import java.util.List;

/** Finds objects of known kinds in pictures: what they are and where. Thread-safe. */
public interface ObjectDetector extends AutoCloseable {
    ObjectDetectorInfo info();

    /**
     * The objects in a picture of any size, best score first. Boxes are in pixels of this picture, inside it and not empty;
     * of an object found twice only the better box is given.
     *
     * @throws IllegalStateException once the detector is closed
     */
    List<Detection> detect(RgbImage image, DetectionLimits limits);

    /** Gives back what the detector holds; closing again does nothing. */
    @Override
    void close();
}
