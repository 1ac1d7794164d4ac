package io.loupe.vision.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ImageEmbeddingTest {
    @Test
    void similarityIsTheCosineOfTheAngle() {
        ImageEmbedding east = ImageEmbedding.wrap(new float[] {2, 0});
        assertThat(east.cosineSimilarity(ImageEmbedding.wrap(new float[] {0, 5})))
                .isZero();
        assertThat(east.cosineSimilarity(ImageEmbedding.wrap(new float[] {-1, 0})))
                .isEqualTo(-1);
        assertThat(east.cosineSimilarity(ImageEmbedding.wrap(new float[] {3, 3})))
                .isCloseTo(Math.sqrt(0.5), within(1e-15));
    }

    @Test
    @Seeded
    void similarityIsSymmetricBlindToLengthAndHighestToItself(Random random) {
        float[] values = new float[1021];
        float[] otherValues = new float[1021];
        float[] longer = new float[1021];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
            otherValues[i] = (float) random.nextGaussian();
            longer[i] = 4 * values[i];
        }
        ImageEmbedding embedding = ImageEmbedding.wrap(values);
        ImageEmbedding other = ImageEmbedding.wrap(otherValues);
        assertThat(embedding.cosineSimilarity(other)).isEqualTo(other.cosineSimilarity(embedding));
        assertThat(embedding.cosineSimilarity(ImageEmbedding.wrap(longer)))
                .isLessThanOrEqualTo(1)
                .isCloseTo(1, within(1e-14));
    }

    @Test
    void nothingIsSimilarToZero() {
        ImageEmbedding zero = ImageEmbedding.wrap(new float[2]);
        assertThat(zero.cosineSimilarity(ImageEmbedding.wrap(new float[] {1, 0})))
                .isZero();
        assertThat(zero.cosineSimilarity(zero)).isZero();
    }

    @Test
    void embeddingsOfTwoEncodersCannotBeCompared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        ImageEmbedding.wrap(new float[120]).cosineSimilarity(ImageEmbedding.wrap(new float[1280])))
                .withMessageContaining("120 and of 1280 values")
                .withMessageContaining("same encoder");
    }

    @Test
    void anEmbeddingHasValues() {
        assertThatIllegalArgumentException().isThrownBy(() -> ImageEmbedding.wrap(new float[0]));
    }
}
