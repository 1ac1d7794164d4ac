package io.loupe.server.models;

import io.loupe.index.UnitVector;
import io.loupe.server.platform.settings.Settings.Models;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Optional;

/** The networks once they are open, each behind its queue. */
final class OpenModels implements AutoCloseable {
    /** Enough for a graphics card; on a CPU, pictures run one by one whatever the batch. */
    private static final int LARGEST_BATCH = 16;

    private static final DetectionLimits OBJECTS = new DetectionLimits(0.3, 100);

    private final Embedder embedder;
    private final MicroBatches<RgbImage, UnitVector> embeddings;
    private final Optional<ObjectDetector> detector;
    private final Optional<MicroBatches<RgbImage, List<Detection>>> detections;

    private OpenModels(Embedder embedder, Optional<ObjectDetector> detector, int capacity) {
        // As many pictures at a time as there are cores, each on one thread: more of them than if all shared the cores.
        int threads = Runtime.getRuntime().availableProcessors();
        this.embedder = embedder;
        this.embeddings = new MicroBatches<>("encoder", capacity, threads, LARGEST_BATCH, embedder::embedAll);
        this.detector = detector;
        this.detections = detector.map(open -> new MicroBatches<>(
                "detector",
                capacity,
                threads,
                1,
                images -> images.stream()
                        .map(image -> open.detect(image, OBJECTS))
                        .toList()));
    }

    static OpenModels open(Models settings) {
        EncoderSettings running = EncoderSettings.defaults().withThreads(1);
        Embedder embedder = Embedder.of(
                Encoders.with(running).openImageEncoder(settings.encoder().orElseGet(Encoders::defaultId)),
                settings.projection());
        try {
            return new OpenModels(embedder, openDetector(running), settings.waiting());
        } catch (RuntimeException | Error e) {
            embedder.close();
            throw e;
        }
    }

    private static Optional<ObjectDetector> openDetector(EncoderSettings running) {
        ObjectDetectors detectors = ObjectDetectors.with(running);
        return detectors.list().stream().findFirst().map(ObjectDetectorInfo::id).map(detectors::open);
    }

    EmbeddingModel embeddingModel() {
        return embedder.model();
    }

    UnitVector embed(RgbImage image) {
        return embeddings.get(image);
    }

    List<Detection> detect(RgbImage image) {
        return detections.map(queue -> queue.get(image)).orElse(List.of());
    }

    String describe() {
        return "%s makes the vectors, %s; %d pictures are waiting."
                .formatted(
                        embedder.model().name(),
                        detector.map(open -> open.info().id() + " finds objects")
                                .orElse("no detector is installed"),
                        embeddings.waitingCount()
                                + detections.map(MicroBatches::waitingCount).orElse(0));
    }

    @Override
    public void close() {
        embeddings.close();
        detections.ifPresent(MicroBatches::close);
        embedder.close();
        detector.ifPresent(ObjectDetector::close);
    }
}
