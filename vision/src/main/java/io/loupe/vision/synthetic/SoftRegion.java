package io.loupe.vision.synthetic;

import java.util.random.RandomGenerator;

/** A region with a soft edge: how much of each pixel, 0 to 1, belongs to it. Immutable. */
final class SoftRegion {
    private static final int HARMONICS = 4;
    private static final double RAGGEDNESS = 0.3;
    private static final double SMALLEST_RADIUS = 0.5;
    private static final double LARGEST_RADIUS = 1.7;
    private static final int CURVE_POINTS = 48;

    private final int top;
    private final int left;
    private final int height;
    private final int width;

    /** Shape [height, width]. */
    private final float[] coverage;

    private SoftRegion(int top, int left, int height, int width, float[] coverage) {
        this.top = top;
        this.left = left;
        this.height = height;
        this.width = width;
        this.coverage = coverage;
    }

    /** How deep inside the region (in pixels, negative outside) a place lies. */
    private interface Depth {
        double at(double row, double column);
    }

    /** A blob with a random outline r(angle) = radius * exp(a few random harmonics). */
    static SoftRegion blob(Frame frame, double row, double column, double radius, RandomGenerator random) {
        double[] amplitude = new double[HARMONICS + 1];
        double[] phase = new double[HARMONICS + 1];
        for (int k = 1; k <= HARMONICS; k++) {
            amplitude[k] = RAGGEDNESS * random.nextGaussian() / k;
            phase[k] = random.nextDouble(2 * Math.PI);
        }
        double edge = Math.max(1, 0.2 * radius);
        return of(frame, row, column, LARGEST_RADIUS * radius + edge, edge, (r, c) -> {
            double angle = Math.atan2(r - row, c - column);
            double exponent = 0;
            for (int k = 1; k <= HARMONICS; k++) {
                exponent += amplitude[k] * Math.cos(k * angle + phase[k]);
            }
            double outline = radius * Math.clamp(Math.exp(exponent), SMALLEST_RADIUS, LARGEST_RADIUS);
            return outline - Math.hypot(r - row, c - column);
        });
    }

    /** A bent line of this length through a place, at a random angle. */
    static SoftRegion stroke(
            Frame frame, double row, double column, double length, double thickness, RandomGenerator random) {
        double angle = random.nextDouble(2 * Math.PI);
        double bend = length * random.nextDouble(-0.3, 0.3);
        double down = Math.sin(angle);
        double right = Math.cos(angle);
        double[] rows = new double[CURVE_POINTS];
        double[] columns = new double[CURVE_POINTS];
        for (int i = 0; i < CURVE_POINTS; i++) {
            double along = (double) i / (CURVE_POINTS - 1) - 0.5;
            double across = bend * (0.25 - along * along);
            rows[i] = row + along * length * down + across * right;
            columns[i] = column + along * length * right - across * down;
        }
        return of(frame, row, column, length / 2 + thickness + 1, 1, (r, c) -> {
            double nearest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < CURVE_POINTS; i++) {
                nearest = Math.min(nearest, Math.hypot(r - rows[i], c - columns[i]));
            }
            return thickness / 2 - nearest;
        });
    }

    private static SoftRegion of(Frame frame, double row, double column, double reach, double edge, Depth depth) {
        int top = Math.clamp((long) (row - reach), 0, frame.height() - 1);
        int left = Math.clamp((long) (column - reach), 0, frame.width() - 1);
        int height = Math.clamp((long) Math.ceil(row + reach), top, frame.height() - 1) - top + 1;
        int width = Math.clamp((long) Math.ceil(column + reach), left, frame.width() - 1) - left + 1;
        float[] coverage = new float[height * width];
        for (int r = 0; r < height; r++) {
            for (int c = 0; c < width; c++) {
                coverage[r * width + c] = (float) Math.clamp(depth.at(top + r, left + c) / edge + 0.5, 0, 1);
            }
        }
        return new SoftRegion(top, left, height, width, coverage);
    }

    /** First row of the bounding box, which lies inside the picture. */
    int top() {
        return top;
    }

    int left() {
        return left;
    }

    int height() {
        return height;
    }

    int width() {
        return width;
    }

    float at(int row, int column) {
        int r = row - top;
        int c = column - left;
        return r < 0 || c < 0 || r >= height || c >= width ? 0 : coverage[r * width + c];
    }

    /** The sides of a picture, in pixels. */
    record Frame(int height, int width) {
        int shorterSide() {
            return Math.min(height, width);
        }
    }
}
