package io.loupe.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectDetectorsTest {
    @Test
    void findsDetectorsThroughTheServiceLoader() {
        assertThat(ObjectDetectors.with(EncoderSettings.defaults()).list())
                .extracting(ObjectDetectorInfo::id)
                .contains(BrightSpots.ID);
    }

    @Test
    void namesTheDetectorsThereAreWhenAskedForAnother() {
        EncoderSettings settings = EncoderSettings.defaults().withModelFolders(List.of(Path.of("my-networks")));

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> ObjectDetectors.with(settings).open("owls"))
                .withMessageContainingAll("'owls'", BrightSpots.ID, "my-networks", "--models-dir", "models import");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesScoresOutOfRange(double score) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionLimits(score, 1))
                .withMessageContaining("lies in 0..1, got " + score);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Detection("dog", score, new BoundingBox(0, 0, 1, 1)))
                .withMessageContaining("lies in 0..1, got " + score);
    }

    @Test
    void refusesToAllowNoObject() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DetectionLimits(0.3, 0))
                .withMessageContaining("At least one object");
    }
}
