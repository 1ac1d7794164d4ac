package io.loupe.vision.detect;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.AnomalyMap;
import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;
import io.loupe.vision.map.Regions;
import java.util.List;
import java.util.Optional;

/** A detector without a network, for tests: everything lighter than three quarters of white is a spot. */
public final class BrightSpots implements ObjectDetectorProvider {
    public static final String ID = "bright-spots";

    private static final double DARKEST = 0.75;
    private static final ObjectDetectorInfo INFO =
            new ObjectDetectorInfo(ID, "0".repeat(64), List.of("spot"), "Apache-2.0");

    @Override
    public List<ObjectDetectorInfo> list(EncoderSettings settings) {
        return List.of(INFO);
    }

    @Override
    public Optional<ObjectDetector> open(String id, EncoderSettings settings) {
        return id.equals(ID) ? Optional.of(new SpotDetector()) : Optional.empty();
    }

    private static final class SpotDetector implements ObjectDetector {
        private volatile boolean closed;

        @Override
        public ObjectDetectorInfo info() {
            return INFO;
        }

        @Override
        public List<Detection> detect(RgbImage image, DetectionLimits limits) {
            if (closed) {
                throw new IllegalStateException("Detector '%s' was closed; open it again".formatted(ID));
            }
            List<Detection> spots = Regions.find(brightness(image), DARKEST, DARKEST).list().stream()
                    .map(SpotDetector::spot)
                    .filter(spot -> spot.score() >= limits.minScore())
                    .toList();
            return NonMaximumSuppression.keepBest(spots, 0.45).stream()
                    .limit(limits.maxCount())
                    .toList();
        }

        private static Detection spot(Region region) {
            Box box = region.box();
            return new Detection(
                    "spot",
                    region.peakScore(),
                    new BoundingBox(box.x(), box.y(), box.x() + box.width(), box.y() + box.height()));
        }

        private static AnomalyMap brightness(RgbImage image) {
            float[] values = new float[image.height() * image.width()];
            for (int i = 0; i < values.length; i++) {
                int row = i / image.width();
                int column = i % image.width();
                values[i] = (image.at(row, column, 0) + image.at(row, column, 1) + image.at(row, column, 2)) / 765f;
            }
            return AnomalyMap.wrap(image.height(), image.width(), values);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
