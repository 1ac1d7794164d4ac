package io.loupe.vision.map;

/** An upright rectangle of whole pixels, {@code x} to the right, {@code y} down, both from the top left corner. */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A box needs positive sides, got %d x %d".formatted(width, height));
        }
    }
}
