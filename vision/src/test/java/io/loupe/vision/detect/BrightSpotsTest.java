package io.loupe.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.image.RgbImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The fake must keep the contract too, or tests that use it prove nothing. */
class BrightSpotsTest extends ObjectDetectorContract {
    @Override
    protected ObjectDetectorProvider provider() {
        return new BrightSpots();
    }

    @Override
    protected String detectorId() {
        return BrightSpots.ID;
    }

    @Test
    void findsTheWhiteSquare() {
        byte[] pixels = new byte[3 * 20 * 30];
        for (int row = 5; row < 9; row++) {
            Arrays.fill(pixels, 3 * (row * 30 + 10), 3 * (row * 30 + 16), (byte) 255);
        }
        try (ObjectDetector detector =
                ObjectDetectors.with(EncoderSettings.defaults()).open(BrightSpots.ID)) {
            assertThat(detector.detect(RgbImage.wrap(20, 30, pixels), new DetectionLimits(0.5, 10)))
                    .containsExactly(new Detection("spot", 1, new BoundingBox(10, 5, 16, 9)));
        }
    }
}
