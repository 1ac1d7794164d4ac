package io.loupe.vision.encoder;

import java.util.List;
import java.util.Optional;

/**
 * A source of encoders, found through {@link java.util.ServiceLoader} by {@link Encoders}: the pure-Java ones of this
 * module, the networks of {@code vision-onnx}, or your own.
 */
public interface EncoderProvider {
    /** The encoders this source could open with these settings. */
    List<EncoderInfo> list(EncoderSettings settings);

    /**
     * Opens a patch encoder, or answers empty when this source does not know the id.
     *
     * @throws IllegalArgumentException if the id is known but a tap or the size cannot be served
     * @throws UnableToOpenEncoderException if its files are missing, damaged or not what they claim
     */
    Optional<PatchEncoder> openPatchEncoder(PatchEncoderRequest request, EncoderSettings settings);

    /**
     * Opens a patch encoder with the state that {@link PatchEncoder#state()} gave when it was fitted.
     *
     * @throws UnableToOpenEncoderException also when the state is not one of this encoder's
     */
    Optional<PatchEncoder> reopenPatchEncoder(PatchEncoderRequest request, byte[] state, EncoderSettings settings);

    /** Opens an encoder of whole pictures, or answers empty when this source has none of this id. */
    Optional<ImageEncoder> openImageEncoder(String id, EncoderSettings settings);
}
