package io.loupe.vision.group;

/** A run of pictures by index, from inclusive to exclusive. */
public record PictureRange(int from, int to) {
    /** No picture at all. */
    public static final PictureRange NONE = new PictureRange(0, 0);

    public PictureRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(
                    "A range of pictures needs 0 <= from <= to, got %d to %d".formatted(from, to));
        }
    }

    /** One picture alone. */
    public static PictureRange of(int picture) {
        return new PictureRange(picture, picture + 1);
    }

    public int count() {
        return to - from;
    }

    public boolean contains(int picture) {
        return picture >= from && picture < to;
    }
}
