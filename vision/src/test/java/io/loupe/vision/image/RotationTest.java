package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Seeded
class RotationTest {
    static Stream<String> scipyResults() {
        return GoldenFile.lines("rotation.tsv");
    }

    @ParameterizedTest
    @MethodSource("scipyResults")
    void agreesWithScipyToOneGreyLevel(String golden) {
        String[] fields = golden.split("\t", -1);
        RgbImage picture = MadePictures.of(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
        byte[] expected = HexFormat.of().parseHex(fields[4]);

        byte[] rotated = Rotation.rotate(picture, Double.parseDouble(fields[3])).pixels();

        assertThat(rotated).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(rotated[i] & 0xff).as("byte %d", i).isCloseTo(expected[i] & 0xff, within(1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, UPRIGHT", "90, ROTATE_90", "180, ROTATE_180", "270, ROTATE_270", "-90, ROTATE_270"})
    void turnsSquaresExactlyByQuarters(double degrees, Orientation orientation, Random random) {
        RgbImage square = MadePictures.random(16, 16, random);

        assertThat(Rotation.rotate(square, degrees)).isEqualTo(orientation.apply(square));
    }

    @Test
    void keepsOneColourOneColour(Random random) {
        RgbImage plain = RgbImage.filled(1 + random.nextInt(9), 1 + random.nextInt(9), 10, 255, 0);

        assertThat(Rotation.rotate(plain, 360 * random.nextDouble())).isEqualTo(plain);
    }

    @Test
    void refusesAnAngleThatIsNoNumber() {
        RgbImage picture = RgbImage.filled(2, 2, 0, 0, 0);

        assertThatThrownBy(() -> Rotation.rotate(picture, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot rotate by NaN degrees: a finite angle is needed");
    }
}
