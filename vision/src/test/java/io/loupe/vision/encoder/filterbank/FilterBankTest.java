package io.loupe.vision.encoder.filterbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.GoldenFile;
import io.loupe.vision.image.MadePictures;
import io.loupe.vision.image.Orientation;
import io.loupe.vision.image.RgbImage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of these numbers needs a new version in {@link FilterBankProvider}, so that old models are not misread. */
class FilterBankTest {
    static Stream<String> scipyResponses() {
        return GoldenFile.lines("filter-bank.tsv").filter(line -> line.startsWith("responses"));
    }

    @ParameterizedTest
    @MethodSource("scipyResponses")
    void agreesWithScipy(String golden) {
        String[] fields = golden.split("\t", -1);
        RgbImage picture = MadePictures.of(fields[1], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]));
        int row = Integer.parseInt(fields[4]);
        int column = Integer.parseInt(fields[5]);
        String[] expected = fields[6].split(" ", -1);

        PatchFeatures responses = FilterBank.respond(picture);

        int at = (row * responses.columns() + column) * FilterBank.CHANNELS;
        assertThat(expected).hasSize(FilterBank.CHANNELS);
        for (int channel = 0; channel < FilterBank.CHANNELS; channel++) {
            assertThat((double) responses.values()[at + channel])
                    .as("channel %d", channel)
                    .isCloseTo(Double.parseDouble(expected[channel]), within(1e-5));
        }
    }

    @Test
    void seesNothingButColourInAPlainPicture() {
        PatchFeatures responses = FilterBank.respond(RgbImage.filled(16, 16, 255, 0, 51));

        for (int scale = 0; scale < FilterBank.SCALES; scale++) {
            int at = scale * ScaleResponses.CHANNELS;
            float[] channels = Arrays.copyOfRange(responses.values(), at, at + ScaleResponses.CHANNELS);

            assertThat(channels[0]).isCloseTo(0.4f, within(1e-5f));
            assertThat(channels[1]).isCloseTo(1, within(1e-5f));
            assertThat(channels[2]).isCloseTo(-0.3f, within(1e-5f));
            assertThat(Arrays.copyOfRange(channels, 3, channels.length))
                    .containsExactly(new float[ScaleResponses.CHANNELS - 3], within(1e-5f));
        }
    }

    /** The directions 0 and 90 degrees change places when rows and columns do. */
    @Test
    void turnsItsDirectionsWithThePicture() {
        RgbImage picture = MadePictures.of("noise", 24, 24);
        float[] responses = FilterBank.respond(picture).values();
        float[] transposed =
                FilterBank.respond(Orientation.TRANSPOSE.apply(picture)).values();

        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                float horizontal = responses[(3 * row + column) * FilterBank.CHANNELS + 3];
                float vertical = transposed[(3 * column + row) * FilterBank.CHANNELS + 3 + 4];
                assertThat(vertical).isCloseTo(horizontal, within(1e-5f));
            }
        }
    }
}
