package io.loupe.vision.encoder;

/** Height and width, in pixels, of the pictures an encoder is fed. */
public record InputSize(int height, int width) {
    public InputSize {
        if (height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "An input size needs positive sides, got %d x %d (height x width)".formatted(height, width));
        }
    }

    public static InputSize square(int side) {
        return new InputSize(side, side);
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
