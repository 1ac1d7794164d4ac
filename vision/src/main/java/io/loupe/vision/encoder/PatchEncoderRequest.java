package io.loupe.vision.encoder;

import java.util.List;

/**
 * Which patch encoder to open.
 *
 * @param id the encoder's id
 * @param taps names of the taps; empty for the encoder's defaults
 * @param inputSize what pictures are squeezed to; the encoder may demand multiples of its stride
 */
public record PatchEncoderRequest(String id, List<String> taps, InputSize inputSize) {
    public PatchEncoderRequest {
        taps = List.copyOf(taps);
    }
}
