package io.loupe.server.models;

import io.loupe.index.UnitVector;
import io.loupe.vision.coreset.RandomProjection;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An encoder whose vectors fit an index: no longer than it takes, if need be through a fixed random projection, and of
 * length one. Thread-safe.
 */
final class Embedder implements AutoCloseable {
    /** What Lucene's graph takes. */
    static final int LARGEST_DIMENSION = 1024;

    /** What is offered in place of more: cosines change by a few hundredths at most. */
    static final int OFFERED_DIMENSION = 512;

    /** For a network whose limit nobody has measured: hardly a false alarm with any of those that were measured. */
    private static final double CAUTIOUS_COSINE = 0.97;

    private static final long PROJECTION_SEED = 512;
    private static final int VERSION_DIGITS = 12;

    private final ImageEncoder encoder;
    private final Optional<RandomProjection> projection;
    private final EmbeddingModel model;

    private Embedder(ImageEncoder encoder, Optional<RandomProjection> projection, EmbeddingModel model) {
        this.encoder = encoder;
        this.projection = projection;
        this.model = model;
    }

    /**
     * Takes over an encoder.
     *
     * @param projected the dimension to project to; as the encoder has it, if that is no more
     * @throws UnableToOpenEncoderException if its vectors are too long for an index
     */
    static Embedder of(ImageEncoder encoder, Optional<Integer> projected) {
        String id = encoder.info().id();
        int dimension = Math.min(encoder.dimension(), projected.orElse(Integer.MAX_VALUE));
        if (dimension > LARGEST_DIMENSION) {
            encoder.close();
            throw new UnableToOpenEncoderException(
                    ("Encoder '%s' gives vectors of %,d values, and an index takes up to %,d. Set models.projection to %d,"
                                    + " which brings them down by a fixed random projection, or choose another encoder"
                                    + " (setting models.encoder).")
                            .formatted(id, dimension, LARGEST_DIMENSION, OFFERED_DIMENSION));
        }
        String version = encoder.info().fingerprint().substring(0, VERSION_DIGITS);
        boolean isProjected = dimension < encoder.dimension();
        return new Embedder(
                encoder,
                isProjected
                        ? Optional.of(RandomProjection.gaussian(encoder.dimension(), dimension, PROJECTION_SEED))
                        : Optional.empty(),
                new EmbeddingModel(
                        id,
                        isProjected ? version + "-projected-" + dimension : version,
                        dimension,
                        encoder.nearDuplicateCosine().orElse(CAUTIOUS_COSINE)));
    }

    EmbeddingModel model() {
        return model;
    }

    List<UnitVector> embedAll(List<RgbImage> images) {
        return encoder.embedAll(images).stream().map(this::toUnitVector).toList();
    }

    private UnitVector toUnitVector(ImageEmbedding embedding) {
        float[] values = projection
                .map(onto -> onto.project(RowMatrix.wrap(1, embedding.dimension(), embedding.values()))
                        .values())
                .orElseGet(embedding::values);
        return UnitVector.of(isZero(values) ? diagonal() : values);
    }

    /** What an encoder sees nothing in, such as plain black, has no direction: all such pictures share this one. */
    private float[] diagonal() {
        float[] ones = new float[model.dimension()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static boolean isZero(float[] values) {
        for (float value : values) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
