package io.loupe.vision.image;

/**
 * Turns pictures by any angle about their centre, for reference pictures of parts that come in every rotation.
 *
 * <p>The result has the size of the picture. Places between pixels are interpolated bilinearly and rounded half up;
 * places outside are mirrored at the border pixels without repeating them (reflect-101: {@code dcb|abcd|cba}).
 * Stateless and thread-safe. Cost O(height * width).
 */
public final class Rotation {
    private Rotation() {}

    /**
     * The picture turned clockwise. A square picture turned by a multiple of 90 degrees has exactly the pixels of the
     * matching {@link Orientation}.
     *
     * @throws IllegalArgumentException if the angle is not finite
     */
    public static RgbImage rotate(RgbImage image, double degrees) {
        if (!Double.isFinite(degrees)) {
            throw new IllegalArgumentException(
                    "Cannot rotate by %s degrees: a finite angle is needed".formatted(degrees));
        }
        int height = image.height();
        int width = image.width();
        double cosine = StrictMath.cos(StrictMath.toRadians(degrees));
        double sine = StrictMath.sin(StrictMath.toRadians(degrees));
        double centerRow = (height - 1) / 2.0;
        double centerColumn = (width - 1) / 2.0;
        byte[] rotated = new byte[image.pixels().length];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double down = row - centerRow;
                double right = column - centerColumn;
                double sourceRow = centerRow + cosine * down - sine * right;
                double sourceColumn = centerColumn + sine * down + cosine * right;
                interpolate(image, sourceRow, sourceColumn, rotated, 3 * (row * width + column));
            }
        }
        return RgbImage.wrap(height, width, rotated);
    }

    private static void interpolate(RgbImage image, double row, double column, byte[] target, int at) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        double below = row - top;
        double beside = column - left;
        int row0 = reflect(top, image.height());
        int row1 = reflect(top + 1, image.height());
        int column0 = reflect(left, image.width());
        int column1 = reflect(left + 1, image.width());
        for (int channel = 0; channel < 3; channel++) {
            double upper = (1 - beside) * image.at(row0, column0, channel) + beside * image.at(row0, column1, channel);
            double lower = (1 - beside) * image.at(row1, column0, channel) + beside * image.at(row1, column1, channel);
            target[at + channel] = (byte) ((1 - below) * upper + below * lower + 0.5);
        }
    }

    /** The place inside 0..size-1 that a place outside is the mirror image of. */
    private static int reflect(int place, int size) {
        if (size == 1) {
            return 0;
        }
        int period = 2 * (size - 1);
        int folded = Math.floorMod(place, period);
        return Math.min(folded, period - folded);
    }
}
