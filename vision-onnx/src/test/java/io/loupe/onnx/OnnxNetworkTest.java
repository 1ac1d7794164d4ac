package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Seeded
class OnnxNetworkTest {
    private static final InputSize SIZE = new InputSize(16, 32);

    @TempDir
    Path temp;

    @ParameterizedTest
    @CsvSource({"0, 8", "0, 1", "1, 8"})
    void encodesManyPicturesAsItEncodesEach(int batchOfGraph, int picturesPerRun) throws IOException {
        Random random = new Random(7);
        List<RgbImage> pictures =
                IntStream.range(0, 19).mapToObj(i -> noise(random)).toList();
        byte[] network = TinyNetwork.onnxWithInput(batchOfGraph, 3, 0, 0);
        ModelFolder folder = ModelFolder.open(TinyNetwork.in(temp, TinyNetwork.DESCRIPTION, network));
        List<WantedOutput> wanted = WantedOutput.all(folder.description());
        try (OnnxNetwork opened = NetworkOpening.open(
                folder, SIZE, wanted, EncoderSettings.defaults().withBatch(picturesPerRun))) {
            List<List<PatchFeatures>> together = opened.encode(pictures);

            assertThat(together).hasSize(19);
            for (int i = 0; i < 19; i++) {
                List<PatchFeatures> alone =
                        opened.encode(List.of(pictures.get(i))).getFirst();
                for (int output = 0; output < wanted.size(); output++) {
                    assertThat(together.get(i).get(output).values())
                            .as("picture %d, %s", i, wanted.get(output))
                            .containsExactly(alone.get(output).values());
                }
            }
        }
    }

    private static RgbImage noise(Random random) {
        byte[] pixels = new byte[3 * SIZE.height() * SIZE.width()];
        random.nextBytes(pixels);
        return RgbImage.wrap(SIZE.height(), SIZE.width(), pixels);
    }
}
