package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Seeded
class ResamplerTest {
    private static final HexFormat HEX = HexFormat.of();

    static Stream<String> pillowResults() {
        return GoldenFile.lines("resampling.tsv");
    }

    @ParameterizedTest
    @MethodSource("pillowResults")
    void equalsPillowToTheBit(String golden) throws NoSuchAlgorithmException {
        String[] fields = golden.split("\t", -1);
        var filter = Resampling.valueOf(fields[0]);
        RgbImage picture = MadePictures.of(fields[2], Integer.parseInt(fields[3]), Integer.parseInt(fields[4]));
        int height = Integer.parseInt(fields[5]);
        int width = Integer.parseInt(fields[6]);

        byte[] resized = fields[1].equals("RGB")
                ? Resampler.resize(picture, height, width, filter).pixels()
                : Resampler.resize(GrayImage.of(picture), height, width, filter).pixels();

        if (!fields[8].equals("-")) {
            assertThat(HEX.formatHex(resized)).isEqualTo(fields[8]);
        }
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(resized);
        assertThat(HEX.formatHex(sha256)).isEqualTo(fields[7]);
    }

    @ParameterizedTest
    @EnumSource
    void keepsOneColourOneColour(Resampling filter, Random random) {
        RgbImage plain = RgbImage.filled(1 + random.nextInt(40), 1 + random.nextInt(40), 200, 0, 255);

        RgbImage resized = Resampler.resize(plain, 1 + random.nextInt(60), 1 + random.nextInt(60), filter);

        assertThat(resized).isEqualTo(RgbImage.filled(resized.height(), resized.width(), 200, 0, 255));
    }

    @Test
    void returnsThePictureItselfWhenTheSizeIsRight() {
        RgbImage picture = MadePictures.of("noise", 8, 9);

        assertThat(Resampler.resize(picture, 8, 9, Resampling.LANCZOS)).isSameAs(picture);
    }

    @Test
    void refusesAnEmptyOutput() {
        RgbImage picture = MadePictures.of("noise", 8, 9);

        assertThatThrownBy(() -> Resampler.resize(picture, 0, 9, Resampling.BOX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot resize to 0 x 9 (height x width): both sides must be 1 or more");
    }
}
