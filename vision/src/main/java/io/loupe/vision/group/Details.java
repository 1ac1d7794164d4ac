package io.loupe.vision.group;

import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;

/**
 * The details of a picture, in 32 x 32 cells: grey values without their slow shading, in units of the contrast around them.
 * Another exposure changes them little, and a few strong lines, which many parts may share, count no more than the faint
 * marks that each part has of its own. Immutable.
 */
final class Details {
    private static final int SIDE = 32;
    private static final int SURROUNDINGS_RADIUS = 3;

    /** In grey levels; less is noise. */
    private static final double LEAST_CONTRAST = 2;

    /** In cells, to every side: pictures of one part that were cut out by hand begin and end a little differently. */
    private static final int LARGEST_SHIFT = 1;

    private final float[] values;

    private Details(float[] values) {
        this.values = values;
    }

    /** The details of a picture of any size. */
    static Details of(RgbImage picture) {
        GrayImage small = Resampler.resize(GrayImage.of(picture), SIDE, SIDE, Resampling.BOX);
        float[] grays = new float[SIDE * SIDE];
        for (int i = 0; i < grays.length; i++) {
            grays[i] = small.pixels()[i] & 0xff;
        }
        float[] details = new float[grays.length];
        float[] squares = new float[grays.length];
        for (int i = 0; i < grays.length; i++) {
            details[i] = (float) (grays[i] - surroundings(grays, i));
            squares[i] = details[i] * details[i];
        }
        for (int i = 0; i < grays.length; i++) {
            details[i] /= (float) Math.sqrt(surroundings(squares, i) + LEAST_CONTRAST * LEAST_CONTRAST);
        }
        return new Details(details);
    }

    /** The mean around a cell, of what lies in the picture. */
    private static double surroundings(float[] values, int cell) {
        int row = cell / SIDE;
        int column = cell % SIDE;
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, row - SURROUNDINGS_RADIUS); y <= Math.min(SIDE - 1, row + SURROUNDINGS_RADIUS); y++) {
            int right = Math.min(SIDE - 1, column + SURROUNDINGS_RADIUS);
            for (int x = Math.max(0, column - SURROUNDINGS_RADIUS); x <= right; x++) {
                sum += values[y * SIDE + x];
                count++;
            }
        }
        return sum / count;
    }

    /**
     * How little two pictures have in common, where they lie on each other so that it is most: the Euclidean distance of
     * their details brought to length 1, 0 to 2; the square root of 2 for what has nothing in common.
     */
    double distance(Details other) {
        double likeness = -1;
        for (int down = -LARGEST_SHIFT; down <= LARGEST_SHIFT; down++) {
            for (int right = -LARGEST_SHIFT; right <= LARGEST_SHIFT; right++) {
                likeness = Math.max(likeness, likeness(other, down, right));
            }
        }
        return Math.sqrt(Math.max(0, 2 - 2 * likeness));
    }

    /** The cosine of the angle between the details of both where they overlap, the other one moved by so many cells. */
    private double likeness(Details other, int down, int right) {
        float product = 0;
        float squares = 0;
        float otherSquares = 0;
        for (int row = Math.max(0, down); row < SIDE + Math.min(0, down); row++) {
            int at = row * SIDE;
            int otherAt = at - down * SIDE - right;
            for (int column = Math.max(0, right); column < SIDE + Math.min(0, right); column++) {
                float value = values[at + column];
                float otherValue = other.values[otherAt + column];
                product += value * otherValue;
                squares += value * value;
                otherSquares += otherValue * otherValue;
            }
        }
        return product == 0 ? 0 : product / Math.sqrt((double) squares * otherSquares);
    }
}
