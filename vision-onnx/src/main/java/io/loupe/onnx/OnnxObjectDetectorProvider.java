package io.loupe.onnx;

import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectorProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The detectors among the networks that {@link OnnxEncoderProvider} looks through; found by the service loader. */
public final class OnnxObjectDetectorProvider implements ObjectDetectorProvider {
    private static final System.Logger LOG = System.getLogger(OnnxObjectDetectorProvider.class.getName());

    @Override
    public List<ObjectDetectorInfo> list(EncoderSettings settings) {
        return ModelFolders.of(settings).readable().stream()
                .filter(folder -> folder.description().isObjectDetector())
                .flatMap(OnnxObjectDetectorProvider::infoOf)
                .toList();
    }

    /** Nothing for a detector without usable labels: one bad folder must not hide the others. */
    private static Stream<ObjectDetectorInfo> infoOf(ModelFolder folder) {
        try {
            return Stream.of(OnnxObjectDetector.infoOf(folder));
        } catch (UnableToOpenEncoderException e) {
            LOG.log(System.Logger.Level.DEBUG, "Passed over: {0}", e.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public Optional<ObjectDetector> open(String id, EncoderSettings settings) {
        return ModelFolders.of(settings).find(id).map(folder -> OnnxObjectDetector.open(folder, settings));
    }
}
