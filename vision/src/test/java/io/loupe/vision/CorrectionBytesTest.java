package io.loupe.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchExcerpt.TapExcerpt;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
final class CorrectionBytesTest {
    private static final Path FILE = Path.of("part.loupe");

    private static final Correction CORRECTION = new Correction(
            Correction.Kind.DEFECT,
            GoodPicture.of("Füße.png", RgbImage.filled(30, 40, 1, 2, 3)),
            1.25,
            3.5,
            new PatchExcerpt(List.of(
                    new TapExcerpt(List.of(3, 9), RowMatrix.wrap(2, 3, new float[] {1, 2, 3, 4, 5, 6})),
                    new TapExcerpt(List.of(), RowMatrix.wrap(0, 5, new float[0])))));

    @Test
    void readsWhatItWrote() {
        Correction read = CorrectionBytes.read(CorrectionBytes.of(CORRECTION), FILE);

        assertThat(read.kind()).isEqualTo(CORRECTION.kind());
        assertThat(read.picture()).isEqualTo(CORRECTION.picture());
        assertThat(read.score()).isEqualTo(1.25);
        assertThat(read.mapMaximum()).isEqualTo(3.5);
        assertThat(read.patches().taps()).extracting(TapExcerpt::patches).containsExactly(List.of(3, 9), List.of());
        assertThat(read.patches().taps().getFirst().values().values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(read.patches().taps().getLast().values().dimension()).isEqualTo(5);
    }

    @Test
    void refusesBytesThatAreCutShortAnywhere() {
        byte[] whole = CorrectionBytes.of(CORRECTION);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(UnreadableModelException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> CorrectionBytes.read(cut, FILE))
                    .withMessageContaining("part.loupe holds a correction that makes no sense");
        }
    }

    @Test
    void refusesBytesBehindTheEnd() {
        byte[] whole = CorrectionBytes.of(CORRECTION);
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> CorrectionBytes.read(Arrays.copyOf(whole, whole.length + 1), FILE));
    }

    @Test
    void refusesAHugeCountBeforeItMakesRoom() {
        byte[] bytes = CorrectionBytes.of(CORRECTION);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(1, Integer.MAX_VALUE);
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> CorrectionBytes.read(bytes, FILE))
                .withMessageContaining("a number is 2147483647");
    }

    @Test
    void anyOtherBytesAreReadOrRefused(Random random) {
        byte[] whole = CorrectionBytes.of(CORRECTION);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(CorrectionBytes.read(changed, FILE)).isNotNull();
            } catch (UnreadableModelException e) {
                assertThat(e).hasMessageContaining("part.loupe");
            }
        }
    }
}
