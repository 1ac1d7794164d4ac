package io.loupe.vision.encoder.filterbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.MadePictures;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterBankProviderTest {
    private final Encoders encoders = Encoders.with(EncoderSettings.defaults());

    @Test
    void isFoundOnTheClassPath() {
        assertThat(encoders.list()).extracting(EncoderInfo::id).contains("filter-bank");
    }

    @Test
    void refusesASizeThatIsNoMultipleOfItsStride() {
        var request = new PatchEncoderRequest("filter-bank", List.of(), new InputSize(250, 256));

        assertThatThrownBy(() -> encoders.openPatchEncoder(request))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Encoder 'filter-bank' takes sides that are multiples of 8, got 250x256;"
                        + " use for example 248x256");
    }

    @Test
    void saysWhatToDoWithAStateItCannotRead() {
        var request = new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(64));

        assertThatThrownBy(() -> encoders.reopenPatchEncoder(request, new byte[3]))
                .isInstanceOf(UnableToOpenEncoderException.class)
                .hasMessage("The fitted state of encoder 'filter-bank' cannot be read: it ends after 3 bytes."
                        + " Train the model again with this version.");
    }

    @Test
    void refusesToBeFittedOnNothing() {
        var request = new PatchEncoderRequest("filter-bank", List.of(), InputSize.square(64));

        try (PatchEncoder encoder = encoders.openPatchEncoder(request)) {
            assertThatThrownBy(() -> encoder.fittedOn(List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Encoder 'filter-bank' cannot be fitted on no picture");
        }
    }

    @Test
    void embeddingsHaveLengthOneAndBlackHasNone() {
        try (ImageEncoder encoder = encoders.openImageEncoder("filter-bank")) {
            assertThat(length(encoder, MadePictures.of("noise", 100, 60))).isCloseTo(1, within(1e-5));
            assertThat(length(encoder, RgbImage.filled(5, 5, 0, 0, 0))).isZero();
        }
    }

    private static double length(ImageEncoder encoder, RgbImage picture) {
        double sum = 0;
        for (float value : encoder.embed(picture).values()) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
