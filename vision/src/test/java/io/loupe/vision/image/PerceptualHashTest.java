package io.loupe.vision.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.testkit.TestData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Seeded
class PerceptualHashTest {
    private static final int SIDE = CosineTransform.SIDE;

    static Stream<String> imagehashStages() {
        return GoldenFile.lines("perceptual-hash.tsv");
    }

    @ParameterizedTest
    @MethodSource("imagehashStages")
    void equalsImagehashAtEveryStage(String golden) {
        String[] fields = golden.split("\t", -1);
        RgbImage picture = MadePictures.of(fields[0], Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
        GrayImage square = GrayImage.wrap(SIDE, SIDE, HexFormat.of().parseHex(fields[3]));
        double[] coefficients = numbers(fields[4]);

        assertThat(Resampler.resize(GrayImage.of(picture), SIDE, SIDE, Resampling.LANCZOS))
                .isEqualTo(square);
        assertThat(CosineTransform.lowFrequencies(square, 8))
                .containsExactly(coefficients, within(1e-6 * coefficients[0]));
        assertThat(PerceptualHash.median(coefficients))
                .isCloseTo(Double.parseDouble(fields[5]), within(1e-6 * coefficients[0]));
        assertThat(PerceptualHash.of(picture).toHex()).isEqualTo(fields[6]);
        assertThat(PerceptualHash.ofAllOrientations(picture))
                .extracting(PerceptualHash::toHex)
                .isEqualTo(Arrays.asList(fields[7].split(" ", -1)));
    }

    @RepeatedTest(20)
    void hashesEveryOrientationAsIfThePictureWereTurned(Random random) {
        RgbImage picture = MadePictures.random(1 + random.nextInt(120), 1 + random.nextInt(120), random);

        List<PerceptualHash> turned = Arrays.stream(Orientation.values())
                .map(orientation -> PerceptualHash.of(orientation.apply(picture)))
                .toList();

        assertThat(PerceptualHash.ofAllOrientations(picture)).isEqualTo(turned);
    }

    @Test
    void hashesAPlainPictureByItsMeanAlone() {
        RgbImage plain = RgbImage.filled(50, 70, 90, 80, 70);

        assertThat(PerceptualHash.of(plain).toHex()).isEqualTo("8000000000000000");
    }

    @Test
    void countsTheBitsThatDiffer() {
        var one = PerceptualHash.fromHex("ba8c84536bd3c366");
        var other = PerceptualHash.fromHex("3a8c84536bd3c361");

        assertThat(one.hammingDistance(other)).isEqualTo(4);
        assertThat(one.hammingDistance(one)).isZero();
    }

    @Nested
    class FromHex {
        @Test
        void readsWhatWasWritten(Random random) {
            var hash = new PerceptualHash(random.nextLong());

            assertThat(PerceptualHash.fromHex(hash.toHex())).isEqualTo(hash);
        }

        @ParameterizedTest
        @CsvSource({"ba8c84536bd3c36", "ba8c84536bd3c366a", "ba8c84536bd3c36g", "''"})
        void refusesAnythingButSixteenDigits(String text) {
            assertThatThrownBy(() -> PerceptualHash.fromHex(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("16 hexadecimal digits")
                    .hasMessageContaining("'%s'", text);
        }
    }

    /** Real pictures with the stages that another implementation computed for them. */
    @Nested
    class OnReferencePictures {
        @ParameterizedTest
        @CsvSource({"imagehash/imagehash.png, ba8c84536bd3c366", "imagehash/peppers.png, 92a71cdc79d980e3"})
        void equalsImagehashAtEveryStage(String name, String hash) throws IOException {
            Path folder = TestData.require("data/phash");
            String stages = Files.readString(folder.resolve("stages.json"));
            String ofPicture = stages.substring(stages.indexOf('"' + name + '"'));
            GrayImage square = GrayImage.wrap(SIDE, SIDE, bytes(matrix(ofPicture, "grey32x32_after_L_then_LANCZOS")));
            double[] coefficients = matrix(ofPicture, "dct_8x8_unnormalised");
            RgbImage picture = decode(folder.resolve(name));

            assertThat(Resampler.resize(GrayImage.of(picture), SIDE, SIDE, Resampling.LANCZOS))
                    .isEqualTo(square);
            assertThat(CosineTransform.lowFrequencies(square, 8)).containsExactly(coefficients, within(1e-3));
            assertThat(PerceptualHash.of(picture).toHex()).isEqualTo(hash);
        }

        private static double[] matrix(String json, String key) {
            Matcher matrix = Pattern.compile('"' + key + "\": \\[\\[(.*?)]]").matcher(json);
            assertThat(matrix.find()).isTrue();
            return numbers(matrix.group(1).replaceAll("[\\[\\],]+", " ").replaceAll(" +", " "));
        }

        private static byte[] bytes(double[] values) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return bytes;
        }

        /** The colours as stored, whatever the transparency, as Pillow's conversion to grey takes them. */
        private static RgbImage decode(Path png) throws IOException {
            BufferedImage stored = ImageIO.read(png.toFile());
            byte[] pixels = new byte[3 * stored.getHeight() * stored.getWidth()];
            for (int i = 0; i < pixels.length / 3; i++) {
                int argb = stored.getRGB(i % stored.getWidth(), i / stored.getWidth());
                pixels[3 * i] = (byte) (argb >> 16);
                pixels[3 * i + 1] = (byte) (argb >> 8);
                pixels[3 * i + 2] = (byte) argb;
            }
            return RgbImage.wrap(stored.getHeight(), stored.getWidth(), pixels);
        }
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
