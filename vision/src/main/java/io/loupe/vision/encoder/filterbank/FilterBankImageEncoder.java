package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.Optional;

/**
 * One vector for a picture: mean and standard deviation of each of the filter bank's channels over the picture squeezed
 * to 256 x 256, of Euclidean length 1. Thread-safe.
 */
final class FilterBankImageEncoder implements ImageEncoder {
    private static final int SIDE = 256;
    private static final double NEAR_DUPLICATE_COSINE = 0.9998;

    private final EncoderInfo info;
    private volatile boolean closed;

    FilterBankImageEncoder(EncoderInfo info) {
        this.info = info;
    }

    @Override
    public EncoderInfo info() {
        return info;
    }

    @Override
    public int dimension() {
        return 2 * FilterBank.CHANNELS;
    }

    @Override
    public Optional<Double> nearDuplicateCosine() {
        return Optional.of(NEAR_DUPLICATE_COSINE);
    }

    @Override
    public ImageEmbedding embed(RgbImage image) {
        if (closed) {
            throw new IllegalStateException("Encoder '%s' is closed".formatted(info.id()));
        }
        PatchFeatures responses = FilterBank.respond(Resampler.resize(image, SIDE, SIDE, Resampling.BILINEAR));
        float[] embedding = new float[dimension()];
        double squaredLength = 0;
        for (int channel = 0; channel < FilterBank.CHANNELS; channel++) {
            double sum = 0;
            double sumOfSquares = 0;
            for (int at = channel; at < responses.values().length; at += FilterBank.CHANNELS) {
                double value = responses.values()[at];
                sum += value;
                sumOfSquares += value * value;
            }
            double mean = sum / responses.patchCount();
            double variance = Math.max(sumOfSquares / responses.patchCount() - mean * mean, 0);
            embedding[channel] = (float) mean;
            embedding[FilterBank.CHANNELS + channel] = (float) Math.sqrt(variance);
            squaredLength += mean * mean + variance;
        }
        // A black picture has no response at all; its embedding stays zero.
        float scale = squaredLength == 0 ? 0 : (float) (1 / Math.sqrt(squaredLength));
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] *= scale;
        }
        return ImageEmbedding.wrap(embedding);
    }

    @Override
    public void close() {
        closed = true;
    }
}
