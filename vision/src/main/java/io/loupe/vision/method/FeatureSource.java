package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import java.util.List;
import java.util.Optional;

/**
 * The features of the good pictures a method learns from, made when asked for, so that they are never all in memory.
 *
 * <p>Thread-safe. Asking twice costs twice and gives the same numbers.
 */
public interface FeatureSource {
    /** How many pictures there are; they are named 0 to imageCount - 1, their index is the owner of their patches. */
    int imageCount();

    /** One entry per tap of the encoder, every picture with the same shapes. */
    List<PatchFeatures> features(int image);

    /** Names of the last taps, which a method may leave out, as {@link FittedMethod#leftOutTaps} tells. */
    default List<String> optionalTaps() {
        return List.of();
    }

    /**
     * As {@link #features(int)} of the picture turned clockwise about its centre, the uncovered corners filled
     * by mirroring.
     */
    List<PatchFeatures> rotatedFeatures(int image, int degrees);

    /** Which pictures show the same part, to be held out together; each its own where nothing is known. */
    default PictureGroups groups() {
        return PictureGroups.single(imageCount());
    }

    /** The pictures themselves; none where only their features are known. */
    default Optional<PictureSource> pictures() {
        return Optional.empty();
    }
}
