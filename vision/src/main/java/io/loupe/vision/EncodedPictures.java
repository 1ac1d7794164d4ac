package io.loupe.vision;

import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.image.Rotation;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.PictureSource;
import java.util.List;
import java.util.Optional;

/** Prepared pictures seen through an encoder, encoded anew whenever they are asked for. */
final class EncodedPictures implements FeatureSource, PictureSource {
    private final PatchEncoder encoder;
    private final List<RgbImage> prepared;
    private final PictureGroups groups;
    private final List<String> optionalTaps;

    /** @param optionalTaps names of the encoder's last taps, which a method may leave out */
    EncodedPictures(PatchEncoder encoder, List<RgbImage> prepared, PictureGroups groups, List<String> optionalTaps) {
        this.encoder = encoder;
        this.prepared = prepared;
        this.groups = groups;
        this.optionalTaps = List.copyOf(optionalTaps);
    }

    @Override
    public List<String> optionalTaps() {
        return optionalTaps;
    }

    @Override
    public int imageCount() {
        return prepared.size();
    }

    @Override
    public List<PatchFeatures> features(int image) {
        return encode(picture(image));
    }

    @Override
    public List<PatchFeatures> rotatedFeatures(int image, int degrees) {
        return encode(Rotation.rotate(picture(image), degrees));
    }

    @Override
    public PictureGroups groups() {
        return groups;
    }

    @Override
    public Optional<PictureSource> pictures() {
        return Optional.of(this);
    }

    @Override
    public RgbImage picture(int image) {
        return prepared.get(image);
    }

    @Override
    public List<PatchFeatures> encode(RgbImage picture) {
        return encoder.encode(picture);
    }
}
