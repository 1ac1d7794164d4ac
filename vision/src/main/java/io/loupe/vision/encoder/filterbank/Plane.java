package io.loupe.vision.encoder.filterbank;

import io.loupe.vision.image.RgbImage;
import java.util.Arrays;

/**
 * One channel of a picture in float, shape [height, width]. Borders count as repeated without end.
 *
 * <p>Every row is an array of its own and every loop reads and writes its arrays at the same index, with shifted rows
 * copied first: in this form the compiler proves that the arrays do not overlap and emits vector code.
 */
final class Plane {
    private final float[][] rows;

    private Plane(float[][] rows) {
        this.rows = rows;
    }

    /** The weighted sum of the colours, each 0..1. */
    static Plane of(RgbImage image, float red, float green, float blue) {
        byte[] pixels = image.pixels();
        float[][] rows = new float[image.height()][image.width()];
        int at = 0;
        for (float[] row : rows) {
            for (int x = 0; x < row.length; x++, at += 3) {
                row[x] = (red * (pixels[at] & 0xff) + green * (pixels[at + 1] & 0xff) + blue * (pixels[at + 2] & 0xff))
                        / 255;
            }
        }
        return new Plane(rows);
    }

    int height() {
        return rows.length;
    }

    int width() {
        return rows[0].length;
    }

    /** The live row, or the border row nearest to a row outside. */
    float[] row(int y) {
        return rows[Math.clamp(y, 0, rows.length - 1)];
    }

    /** Half the difference of the right and the left neighbour. */
    Plane horizontalDifference() {
        float[][] differences = new float[height()][width()];
        float[] left = new float[width()];
        float[] right = new float[width()];
        for (int y = 0; y < rows.length; y++) {
            shift(rows[y], -1, left);
            shift(rows[y], 1, right);
            float[] difference = differences[y];
            for (int x = 0; x < difference.length; x++) {
                difference[x] = 0.5f * (right[x] - left[x]);
            }
        }
        return new Plane(differences);
    }

    /** Right neighbour minus twice the pixel plus left neighbour. */
    Plane horizontalCurvature() {
        float[][] curvatures = new float[height()][width()];
        float[] left = new float[width()];
        float[] right = new float[width()];
        for (int y = 0; y < rows.length; y++) {
            float[] row = rows[y];
            shift(row, -1, left);
            shift(row, 1, right);
            float[] curvature = curvatures[y];
            for (int x = 0; x < curvature.length; x++) {
                curvature[x] = right[x] - 2 * row[x] + left[x];
            }
        }
        return new Plane(curvatures);
    }

    /** Convolved along both axes with a symmetric kernel: weights[0] at the centre, weights[d] at distance d. */
    Plane blurred(float[] weights) {
        float[][] across = new float[height()][width()];
        float[] left = new float[width()];
        float[] right = new float[width()];
        for (int y = 0; y < rows.length; y++) {
            addScaled(across[y], rows[y], weights[0]);
            for (int distance = 1; distance < weights.length; distance++) {
                shift(rows[y], -distance, left);
                shift(rows[y], distance, right);
                addScaledSum(across[y], left, right, weights[distance]);
            }
        }
        Plane horizontally = new Plane(across);
        float[][] blurred = new float[height()][width()];
        for (int y = 0; y < rows.length; y++) {
            addScaled(blurred[y], across[y], weights[0]);
            for (int distance = 1; distance < weights.length; distance++) {
                float[] above = horizontally.row(y - distance);
                float[] below = horizontally.row(y + distance);
                addScaledSum(blurred[y], above, below, weights[distance]);
            }
        }
        return new Plane(blurred);
    }

    /** Half as high and wide, each pixel the mean of two by two; both sides must be even. */
    Plane halved() {
        float[][] halved = new float[height() / 2][width() / 2];
        for (int y = 0; y < halved.length; y++) {
            float[] upper = rows[2 * y];
            float[] lower = rows[2 * y + 1];
            for (int x = 0; x < halved[y].length; x++) {
                halved[y][x] = 0.25f * (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]);
            }
        }
        return new Plane(halved);
    }

    /** {@code shifted[x] = row[x + offset]}, the border values repeated. */
    private static void shift(float[] row, int offset, float[] shifted) {
        int width = row.length;
        int kept = Math.max(width - Math.abs(offset), 0);
        if (offset < 0) {
            Arrays.fill(shifted, 0, width - kept, row[0]);
            System.arraycopy(row, 0, shifted, width - kept, kept);
        } else {
            System.arraycopy(row, width - kept, shifted, 0, kept);
            Arrays.fill(shifted, kept, width, row[width - 1]);
        }
    }

    private static void addScaled(float[] sum, float[] row, float weight) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * row[x];
        }
    }

    private static void addScaledSum(float[] sum, float[] one, float[] other, float weight) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += weight * (one[x] + other[x]);
        }
    }
}
