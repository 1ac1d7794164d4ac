package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Seeded
class OnnxPatchEncoderTest {
    private static final InputSize SIZE = new InputSize(16, 32);

    @TempDir
    Path temp;

    @Test
    void givesTheChannelsOfEachCellTogether(Random random) throws IOException {
        RgbImage image = noise(random, SIZE);
        try (OnnxPatchEncoder encoder = open(TinyNetwork.in(temp), List.of("stride8"), SIZE)) {
            PatchFeatures features = encoder.encode(image).getFirst();

            assertThat(List.of(features.rows(), features.columns(), features.dimension()))
                    .containsExactly(2, 4, 2);
            for (int row = 0; row < 2; row++) {
                for (int column = 0; column < 4; column++) {
                    int at = 2 * (4 * row + column);
                    assertThat(features.values()[at]).isEqualTo(image.at(8 * row, 8 * column, 0) / 255f);
                    assertThat(features.values()[at + 1]).isEqualTo(2 * (image.at(8 * row, 8 * column, 2) / 255f));
                }
            }
        }
    }

    @Test
    void answersInTheOrderOfTheTapsAskedFor() throws IOException {
        try (OnnxPatchEncoder encoder = open(TinyNetwork.in(temp), List.of("stride16", "stride8"), SIZE)) {
            assertThat(encoder.taps()).extracting(Tap::name).containsExactly("stride16", "stride8");
            assertThat(encoder.encode(RgbImage.filled(16, 32, 255, 0, 0)))
                    .extracting(PatchFeatures::patchCount)
                    .containsExactly(2, 8);
        }
    }

    @Test
    void normalizesInTheChannelOrderOfTheNetwork() throws IOException {
        String description = TinyNetwork.DESCRIPTION
                .replace("\"RGB\"", "\"BGR\"")
                .replace("0..1", "0..255")
                .replace("[0, 0, 0]", "[10, 20, 30]")
                .replace("[1, 1, 1]", "[2, 4, 5]");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());
        try (OnnxPatchEncoder encoder = open(folder, List.of("stride8"), SIZE)) {
            float[] values = encoder.encode(RgbImage.filled(16, 32, 130, 0, 50))
                    .getFirst()
                    .values();

            assertThat(values[0]).as("first plane, blue").isEqualTo((50 - 10) / 2f);
            assertThat(values[1]).as("third plane, red, doubled").isEqualTo(2 * (130 - 30) / 5f);
        }
    }

    @Test
    void squeezesTheWholePictureToTheInputSize() throws IOException {
        try (OnnxPatchEncoder encoder = open(TinyNetwork.in(temp), List.of(), SIZE)) {
            RgbImage prepared = encoder.prepare(RgbImage.filled(301, 77, 9, 8, 7));

            assertThat(prepared).isEqualTo(RgbImage.filled(16, 32, 9, 8, 7));
        }
    }

    @Test
    void refusesPicturesOfAnotherSize() throws IOException {
        try (OnnxPatchEncoder encoder = open(TinyNetwork.in(temp), List.of(), SIZE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> encoder.encode(RgbImage.filled(32, 16, 0, 0, 0)))
                    .withMessageContainingAll("16x32", "32x16", "prepare()");
        }
    }

    @Test
    void namesTheNearestSizesWhenASideDoesNotFit() throws IOException {
        Path folder = TinyNetwork.in(temp);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(folder, List.of(), new InputSize(250, 9)))
                .withMessageContainingAll("multiples of 16", "250x9", "240x16", "256x16");
    }

    @Test
    void refusesAnotherSizeOfANetworkOfFixedSize() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replace("\"dynamic_size\": true", "\"dynamic_size\": false");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(folder, List.of(), SIZE))
                .withMessageContainingAll("exactly 32x32", "16x32");
    }

    @Test
    void namesTheTapsThereAreWhenAskedForAnother() throws IOException {
        Path folder = TinyNetwork.in(temp);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(folder, List.of("stride4"), SIZE))
                .withMessageContainingAll("stride4", "stride8", "stride16");
    }

    @Test
    void refusesANetworkWithoutTaps() throws IOException {
        String description = TinyNetwork.DESCRIPTION.replaceAll("(?s)\"taps\": \\[.*?\\]", "\"taps\": []");
        Path folder = TinyNetwork.in(temp, description, TinyNetwork.onnx());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(folder, List.of(), SIZE))
                .withMessageContainingAll("'tiny' has no taps", "image-embedding");
    }

    @Test
    void tellsOfATapThatTheNetworkDoesNotHave() throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION.replace("\"stride8\"", "\"stride9\""), TinyNetwork.onnx())
                .hasMessageContainingAll("no output 'stride9'", "outputs.taps", "[stride8, stride16, embedding]");
    }

    @Test
    void tellsOfAnInputThatTheNetworkDoesNotHave() throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION.replace("\"pixels\"", "\"image\""), TinyNetwork.onnx())
                .hasMessageContainingAll("input 'image'", "[pixels]");
    }

    @Test
    void tellsOfAnotherNumberOfChannelsThanDescribed() throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION.replace("\"channels\": 2", "\"channels\": 5"), TinyNetwork.onnx())
                .hasMessageContainingAll("gives 2 channels as 'stride8'", "says 5", "outputs.taps");
    }

    @Test
    void tellsWhenTheFileIsNotOnnx() throws IOException {
        assertThatOpening(TinyNetwork.DESCRIPTION, "not a network".getBytes(StandardCharsets.UTF_8))
                .hasMessageContainingAll("model.onnx", "is not an ONNX file");
    }

    @Test
    void tellsWhenTheFileIsTruncated() throws IOException {
        byte[] whole = TinyNetwork.onnx();

        assertThatOpening(TinyNetwork.DESCRIPTION, Arrays.copyOf(whole, whole.length - 40))
                .hasMessageContainingAll("model.onnx", "is not an ONNX file", "at byte");
    }

    @Test
    void tellsWhenTheNetworkCannotRun() throws IOException {
        byte[] unknownOperator = OnnxBytes.model(
                OnnxBytes.node("NoSuchOperator", new String[] {"pixels"}, "stride8"),
                OnnxBytes.node("Identity", new String[] {"pixels"}, "stride16"),
                OnnxBytes.input("pixels", 0, 3, 0, 0),
                OnnxBytes.output("stride8", 0, 2, 0, 0),
                OnnxBytes.output("stride16", 0, 1, 0, 0));

        assertThatOpening(TinyNetwork.DESCRIPTION, unknownOperator)
                .hasMessageContainingAll("cannot be run by ONNX Runtime", "NoSuchOperator");
    }

    @Test
    void saysWhatCudaNeedsWhereItIsMissing() throws IOException {
        Path folder = TinyNetwork.in(temp);
        EncoderSettings cuda = new EncoderSettings(List.of(), EncoderSettings.Device.CUDA, 0, 0);

        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> OnnxPatchEncoder.open(ModelFolder.open(folder), List.of(), SIZE, cuda))
                .withMessageContainingAll("onnxruntime_gpu", "--device cpu");
    }

    @Test
    void letsCallsFinishBeforeItCloses(Random random) throws Exception {
        OnnxPatchEncoder encoder = open(TinyNetwork.in(temp), List.of(), SIZE);
        List<RgbImage> images =
                Stream.generate(() -> noise(random, SIZE)).limit(200).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> calls = Stream.<Future<?>>generate(
                            () -> threads.submit(() -> encodeUntilClosed(encoder, images)))
                    .limit(4)
                    .toList();
            encoder.encodeAll(images);
            encoder.close();
            encoder.close();
            for (Future<?> call : calls) {
                call.get();
            }
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> encoder.encode(images.getFirst()))
                .withMessageContaining("'tiny' was closed");
    }

    private static void encodeUntilClosed(OnnxPatchEncoder encoder, List<RgbImage> images) {
        assertThatIllegalStateException().isThrownBy(() -> {
            while (true) {
                assertThat(encoder.encodeAll(images)).hasSameSizeAs(images);
            }
        });
    }

    private AbstractThrowableAssert<?, ?> assertThatOpening(String description, byte[] network) throws IOException {
        Path folder = TinyNetwork.in(temp, description, network);
        return assertThatThrownBy(() -> open(folder, List.of(), SIZE)).isInstanceOf(UnableToOpenEncoderException.class);
    }

    private static OnnxPatchEncoder open(Path folder, List<String> taps, InputSize size) {
        return OnnxPatchEncoder.open(ModelFolder.open(folder), taps, size, EncoderSettings.defaults());
    }

    private static RgbImage noise(Random random, InputSize size) {
        byte[] pixels = new byte[3 * size.height() * size.width()];
        random.nextBytes(pixels);
        return RgbImage.wrap(size.height(), size.width(), pixels);
    }
}
