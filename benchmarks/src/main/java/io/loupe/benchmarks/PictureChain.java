package io.loupe.benchmarks;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.quality.PictureQuality;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;

/** What a server does to look at a picture, without the server: from its file to everything that is known of it. */
final class PictureChain implements AutoCloseable {
    private static final DetectionLimits OBJECTS = new DetectionLimits(0.3, 100);

    private final ImageEncoder encoder;
    private final Optional<ObjectDetector> detector;

    PictureChain() {
        EncoderSettings settings = EncoderSettings.defaults().withThreads(1);
        ObjectDetectors detectors = ObjectDetectors.with(settings);
        this.encoder = Encoders.with(settings).openImageEncoder(Encoders.defaultId());
        this.detector = detectors.list().stream()
                .findFirst()
                .map(ObjectDetectorInfo::id)
                .map(detectors::open);
    }

    String describe() {
        return "`%s` %s a detector".formatted(encoder.info().id(), detector.isPresent() ? "with" : "without");
    }

    /** As many pictures at a time as there are cores. */
    void look(List<Path> files) {
        files.stream()
                .gather(Gatherers.mapConcurrent(Runtime.getRuntime().availableProcessors(), this::look))
                .forEach(_ -> {});
    }

    private byte[] look(Path file) {
        RgbImage picture = ImageFiles.read(file);
        PerceptualHash.of(picture);
        PictureQuality.of(picture);
        encoder.embed(picture);
        detector.ifPresent(open -> open.detect(picture, OBJECTS));
        return ImageEncoding.thumbnail(picture, 320);
    }

    @Override
    public void close() {
        encoder.close();
        detector.ifPresent(ObjectDetector::close);
    }
}
