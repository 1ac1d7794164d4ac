package io.loupe.vision.encoder;

/**
 * One place inside an encoder where features can be taken.
 *
 * @param name unique within the encoder
 * @param stride input pixels per grid cell, along each axis
 * @param channels length of one patch's vector
 */
public record Tap(String name, int stride, int channels) {
    public Tap {
        if (name.isBlank() || stride < 1 || channels < 1) {
            throw new IllegalArgumentException(
                    "A tap needs a name, a positive stride and positive channels, got '%s', %d, %d"
                            .formatted(name, stride, channels));
        }
    }
}
