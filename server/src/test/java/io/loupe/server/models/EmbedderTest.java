package io.loupe.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.loupe.index.UnitVector;
import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class EmbedderTest {
    /** Random vectors of some length; the same for the same colour. */
    private record Drawing(int dimension) implements ImageEncoder {
        @Override
        public EncoderInfo info() {
            return new EncoderInfo("drawing", "f".repeat(64), List.of(), List.of(), "Apache-2.0");
        }

        @Override
        public ImageEmbedding embed(RgbImage image) {
            Random random = new Random(image.pixels()[0]);
            float[] values = new float[dimension];
            for (int i = 0; i < dimension; i++) {
                values[i] = random.nextFloat();
            }
            return ImageEmbedding.wrap(values);
        }

        @Override
        public void close() {}
    }

    private static RgbImage plain(int value) {
        return RgbImage.wrap(1, 1, new byte[] {(byte) value, (byte) value, (byte) value});
    }

    private static UnitVector embed(Embedder embedder, int color) {
        return embedder.embedAll(List.of(plain(color))).getFirst();
    }

    @Test
    void vectorsLongerThanAnIndexTakesAreRefusedWithAWayOut() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> Embedder.of(new Drawing(1280), Optional.empty()))
                .withMessageContaining("'drawing' gives vectors of 1,280 values, and an index takes up to 1,024")
                .withMessageContaining("Set models.projection to 512");
        assertThat(Embedder.of(new Drawing(1024), Optional.empty()).model().dimension())
                .isEqualTo(1024);
    }

    @Test
    @Seeded
    void aProjectionBringsThemDownAndHardlyChangesHowAlikeTheyAre(Random random) {
        Embedder projected = Embedder.of(new Drawing(2048), Optional.of(512));
        int one = random.nextInt(100);
        int other = 100 + random.nextInt(100);
        double cosine = new Drawing(2048).embed(plain(one)).cosineSimilarity(new Drawing(2048).embed(plain(other)));
        assertThat(embed(projected, one)
                        .cosineSimilarity(embed(projected, other).values()))
                .isCloseTo(cosine, within(0.1));
        assertThat(embed(projected, one).values())
                .hasSize(512)
                .isEqualTo(embed(projected, one).values());
    }

    @Test
    void aProjectedModelIsAnotherVersion() {
        EmbeddingModel plain = Embedder.of(new Drawing(768), Optional.empty()).model();
        EmbeddingModel projected =
                Embedder.of(new Drawing(768), Optional.of(512)).model();
        assertThat(plain.key()).isEqualTo("drawing@ffffffffffff");
        assertThat(projected.key()).isEqualTo("drawing@ffffffffffff-projected-512");
    }

    @Test
    void aProjectionThatWouldNotShortenDoesNothing() {
        EmbeddingModel model = Embedder.of(new Drawing(256), Optional.of(512)).model();
        assertThat(model.dimension()).isEqualTo(256);
        assertThat(model.version()).doesNotContain("projected");
    }

    @Test
    void picturesInWhichNothingIsSeenAreAlike() {
        Embedder embedder = Embedder.of(
                Encoders.with(EncoderSettings.defaults()).openImageEncoder("filter-bank"), Optional.empty());
        UnitVector black = embed(embedder, 0);
        assertThat(black.cosineSimilarity(embed(embedder, 0).values())).isCloseTo(1, within(1e-6));
        assertThat(black.cosineSimilarity(embed(embedder, 200).values())).isLessThan(0.9);
    }
}
