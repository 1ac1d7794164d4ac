package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.images.ImageFiles;
import io.loupe.testkit.TestData;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.NonMaximumSuppression;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.detect.ObjectDetectors;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what the network inside Loupe's own jar finds against what TensorFlow.js found with the package's graph. */
final class BuiltInDetectorTest {
    private static final String ID = "coco-mobilenet-v3";
    private static final double GOLDEN_SIDE = 512;

    /** Of the squashed picture. */
    private static final double PIXELS = 0.05;

    private static final double SCORE = 0.0005;

    private final ObjectDetectors detectors = ObjectDetectors.with(EncoderSettings.defaults());

    @Test
    void findsWhatTensorFlowJsFound() {
        assumeThat(detectors.list())
                .as("built without the network")
                .extracting(ObjectDetectorInfo::id)
                .contains(ID);
        JsonNode golden = JsonMapper.shared()
                .readTree(TestData.require("models/" + ID + "/golden.json").toFile());
        try (ObjectDetector detector = detectors.open(ID)) {
            for (JsonNode item : golden.get("pictures").get("items")) {
                RgbImage picture =
                        ImageFiles.read(TestData.require(item.get("picture").stringValue()));
                List<Detection> expected = expected(item.get("detections"), picture);
                List<Detection> found = detector.detect(picture, new DetectionLimits(0, expected.size()));
                for (int i = 0; i < expected.size(); i++) {
                    assertSame(found.get(i), expected.get(i), picture);
                }
            }
        }
    }

    /** Golden detections are the five best before any are suppressed, in pixels of the squashed picture. */
    private static List<Detection> expected(JsonNode detections, RgbImage picture) {
        List<Detection> raw = detections
                .valueStream()
                .map(detection -> new Detection(
                        detection.get("label").stringValue(),
                        detection.get("score").doubleValue(),
                        box(detection.get("box"))
                                .stretched(picture.height() / GOLDEN_SIDE, picture.width() / GOLDEN_SIDE)
                                .clippedTo(picture.height(), picture.width())))
                .toList();
        return NonMaximumSuppression.keepBest(raw, 0.45);
    }

    private static BoundingBox box(JsonNode sides) {
        return new BoundingBox(
                sides.get(0).doubleValue(),
                sides.get(1).doubleValue(),
                sides.get(2).doubleValue(),
                sides.get(3).doubleValue());
    }

    private static void assertSame(Detection found, Detection expected, RgbImage picture) {
        double column = PIXELS * picture.width() / GOLDEN_SIDE;
        double row = PIXELS * picture.height() / GOLDEN_SIDE;
        assertThat(found.label()).isEqualTo(expected.label());
        assertThat(found.score()).isCloseTo(expected.score(), within(SCORE));
        assertThat(found.box().left()).isCloseTo(expected.box().left(), within(column));
        assertThat(found.box().top()).isCloseTo(expected.box().top(), within(row));
        assertThat(found.box().right()).isCloseTo(expected.box().right(), within(column));
        assertThat(found.box().bottom()).isCloseTo(expected.box().bottom(), within(row));
    }
}
