package io.loupe.vision.encoder;

import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Map;

/**
 * Turns a picture into patch features, opened for fixed taps and one input size.
 *
 * <p>{@link #prepare} (resize to the input size, still 8-bit) and {@link #encode} are two steps so that training can
 * keep the small prepared pictures and encode them as often as it needs. The same prepared picture always gives the
 * same features. Thread-safe.
 */
public interface PatchEncoder extends AutoCloseable {
    EncoderInfo info();

    /** The taps this encoder was opened for; {@link #encode} answers in this order. */
    List<Tap> taps();

    InputSize inputSize();

    /** Brings any picture to the input size, the whole picture squeezed. */
    RgbImage prepare(RgbImage image);

    /**
     * Features of one prepared picture.
     *
     * @return one entry per tap, in the order of {@link #taps()}
     * @throws IllegalArgumentException if the picture does not have the input size
     * @throws IllegalStateException once the encoder is closed
     */
    List<PatchFeatures> encode(RgbImage prepared);

    /** As {@link #encode} for many pictures at once; encoders that gain from batches override it. */
    default List<List<PatchFeatures>> encodeAll(List<RgbImage> prepared) {
        return prepared.stream().map(this::encode).toList();
    }

    /**
     * This encoder with what it can learn from good pictures (channel scales, whitening); itself where it learns
     * nothing. The learned part is {@link #state()}.
     */
    default PatchEncoder fittedOn(Iterable<RgbImage> preparedNormals) {
        return this;
    }

    /** What {@link #fittedOn} learned, to be stored in a model file; empty where there is nothing. */
    default byte[] state() {
        return new byte[0];
    }

    /**
     * The files this encoder was opened from, by plain name, so that a model can carry its encoder: a folder with these
     * files opens the same encoder. Empty where it is part of the program.
     *
     * @throws UnableToOpenEncoderException if a file is no longer there
     */
    default Map<String, byte[]> files() {
        return Map.of();
    }

    /** Gives back what the encoder holds; closing again does nothing. */
    @Override
    void close();
}
