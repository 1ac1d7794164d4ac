package io.loupe.vision.detect;

import io.loupe.vision.encoder.EncoderSettings;
import java.util.List;
import java.util.Optional;

/**
 * A source of object detectors, found through {@link java.util.ServiceLoader} by {@link ObjectDetectors}: the networks of
 * {@code vision-onnx}, or your own.
 */
public interface ObjectDetectorProvider {
    /** The detectors this source could open with these settings. */
    List<ObjectDetectorInfo> list(EncoderSettings settings);

    /**
     * Opens a detector, or answers empty when this source does not know the id.
     *
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if its files are missing, damaged or not what they
     *     claim
     */
    Optional<ObjectDetector> open(String id, EncoderSettings settings);
}
