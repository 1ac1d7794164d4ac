package io.loupe.vision.image;

/**
 * The eight ways to turn and mirror a picture without touching its pixels' values, in the order of the EXIF orientation
 * tag: the constant of ordinal {@code tag - 1} is what brings a picture with that tag upright.
 *
 * <p>Every result is exact. Cost O(height * width).
 */
public enum Orientation {
    /** As it is. */
    UPRIGHT(false, false, false),
    /** Left and right swapped. */
    MIRROR_HORIZONTALLY(false, false, true),
    /** Turned by 180 degrees. */
    ROTATE_180(false, true, true),
    /** Top and bottom swapped. */
    MIRROR_VERTICALLY(false, true, false),
    /** Rows and columns swapped. */
    TRANSPOSE(true, false, false),
    /** Turned by 90 degrees clockwise. */
    ROTATE_90(true, true, false),
    /** Rows and columns swapped across the other diagonal. */
    TRANSVERSE(true, true, true),
    /** Turned by 270 degrees clockwise. */
    ROTATE_270(true, false, true);

    private final boolean swapsSides;
    private final boolean reversesRows;
    private final boolean reversesColumns;

    Orientation(boolean swapsSides, boolean reversesRows, boolean reversesColumns) {
        this.swapsSides = swapsSides;
        this.reversesRows = reversesRows;
        this.reversesColumns = reversesColumns;
    }

    /** Whether the height of the result is the width of the picture. */
    public boolean swapsSides() {
        return swapsSides;
    }

    /** The turned or mirrored copy; the picture itself for {@link #UPRIGHT}. */
    public RgbImage apply(RgbImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int height = swapsSides ? image.width() : image.height();
        int width = swapsSides ? image.height() : image.width();
        return RgbImage.wrap(height, width, reorder(image.pixels(), 3, image.height(), image.width()));
    }

    /** The turned or mirrored copy; the picture itself for {@link #UPRIGHT}. */
    public GrayImage apply(GrayImage image) {
        if (this == UPRIGHT) {
            return image;
        }
        int height = swapsSides ? image.width() : image.height();
        int width = swapsSides ? image.height() : image.width();
        return GrayImage.wrap(height, width, reorder(image.pixels(), 1, image.height(), image.width()));
    }

    private byte[] reorder(byte[] pixels, int channels, int height, int width) {
        int first = (reversesRows ? (height - 1) * width : 0) + (reversesColumns ? width - 1 : 0);
        int down = reversesRows ? -width : width;
        int right = reversesColumns ? -1 : 1;
        int rows = swapsSides ? width : height;
        int columns = swapsSides ? height : width;
        int rowStep = swapsSides ? right : down;
        int columnStep = swapsSides ? down : right;

        byte[] reordered = new byte[pixels.length];
        int target = 0;
        for (int row = 0; row < rows; row++) {
            int source = channels * (first + row * rowStep);
            for (int column = 0; column < columns; column++, source += channels * columnStep) {
                for (int channel = 0; channel < channels; channel++) {
                    reordered[target++] = pixels[source + channel];
                }
            }
        }
        return reordered;
    }
}
