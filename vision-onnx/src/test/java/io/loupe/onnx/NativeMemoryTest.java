package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run's native memory must end with the run; the heap's own growth is far below what a leak would add. */
@Seeded
class NativeMemoryTest {
    private static final int RUNS = 500;
    private static final InputSize SIZE = InputSize.square(512);
    private static final long INPUT_KIBIBYTES = 3L * 512 * 512 * Float.BYTES / 1024;

    @TempDir
    Path temp;

    @Test
    @EnabledOnOs(OS.LINUX)
    void doesNotGrowOverManyEncodes(Random random) throws IOException {
        byte[] pixels = new byte[3 * SIZE.height() * SIZE.width()];
        random.nextBytes(pixels);
        RgbImage image = RgbImage.wrap(SIZE.height(), SIZE.width(), pixels);
        ModelFolder folder = ModelFolder.open(TinyNetwork.in(temp));
        try (OnnxPatchEncoder encoder = OnnxPatchEncoder.open(folder, List.of(), SIZE, EncoderSettings.defaults())) {
            encodeOften(encoder, image);
            long before = anonymousKibibytes();
            encodeOften(encoder, image);

            long leakOfOneInputPerRun = RUNS * INPUT_KIBIBYTES;
            assertThat(anonymousKibibytes() - before).as("growth in KiB").isLessThan(leakOfOneInputPerRun / 3);
        }
    }

    private static void encodeOften(OnnxPatchEncoder encoder, RgbImage image) {
        for (int i = 0; i < RUNS; i++) {
            assertThat(encoder.encode(image)).hasSize(2);
        }
    }

    private static long anonymousKibibytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("RssAnon"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
