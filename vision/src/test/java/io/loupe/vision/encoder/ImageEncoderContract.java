package io.loupe.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.MadePictures;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link ImageEncoder} and its provider must do. A subclass names the encoder. */
@Seeded
public abstract class ImageEncoderContract {
    protected abstract EncoderProvider provider();

    protected abstract String encoderId();

    protected EncoderSettings settings() {
        return EncoderSettings.defaults();
    }

    /** How far a value may move, relative to 1 + its size, when pictures are batched or threads compete. */
    protected double tolerance() {
        return 0;
    }

    @Test
    void embedsPicturesOfAnySizeInItsDimension(Random random) {
        try (ImageEncoder encoder = open()) {
            for (RgbImage picture : List.of(
                    MadePictures.random(50, 70, random),
                    MadePictures.random(200, 31, random),
                    MadePictures.random(1, 1, random))) {
                float[] values = encoder.embed(picture).values();

                assertThat(values).as("embedding of %s", picture).hasSize(encoder.dimension());
                assertThat(values).doesNotContain(Float.NaN);
            }
        }
    }

    @Test
    void tellsPicturesApart(Random random) {
        try (ImageEncoder encoder = open()) {
            float[] one = encoder.embed(MadePictures.random(50, 70, random)).values();
            float[] other = encoder.embed(MadePictures.of("gradient", 50, 70)).values();

            assertThat(one).isNotEqualTo(other);
        }
    }

    @Test
    void givesEachPictureOfABatchWhatItGivesItAlone(Random random) {
        try (ImageEncoder encoder = open()) {
            List<RgbImage> pictures = List.of(
                    MadePictures.random(50, 70, random),
                    MadePictures.of("noise", 64, 64),
                    MadePictures.of("gradient", 20, 30));

            List<ImageEmbedding> together = encoder.embedAll(pictures);

            assertThat(together).hasSize(3);
            for (int i = 0; i < 3; i++) {
                assertSame(encoder.embed(pictures.get(i)), together.get(i));
            }
        }
    }

    @Test
    void givesFourThreadsWhatItGivesOne(Random random) {
        try (ImageEncoder encoder = open()) {
            RgbImage picture = MadePictures.random(50, 70, random);
            ImageEmbedding expected = encoder.embed(picture);

            for (ImageEmbedding embedding : FourThreads.callAtOnce(() -> encoder.embed(picture))) {
                assertSame(expected, embedding);
            }
        }
    }

    @Test
    void leavesAnUnknownEncoderToOthers() {
        assertThat(provider().openImageEncoder("no-such-encoder", settings())).isEmpty();
    }

    @Test
    void refusesToEmbedOnceClosed() {
        ImageEncoder encoder = open();
        encoder.close();
        encoder.close();

        assertThatThrownBy(() -> encoder.embed(MadePictures.of("noise", 64, 64)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(encoderId());
    }

    private ImageEncoder open() {
        return provider().openImageEncoder(encoderId(), settings()).orElseThrow();
    }

    private void assertSame(ImageEmbedding expected, ImageEmbedding actual) {
        CloseValues.assertClose(actual.values(), expected.values(), tolerance());
    }
}
