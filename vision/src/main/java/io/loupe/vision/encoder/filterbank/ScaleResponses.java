package io.loupe.vision.encoder.filterbank;

import java.util.Arrays;

/** The 21 channels of one scale: responses to one level of the pyramid, averaged over the cells of the grid. */
final class ScaleResponses {
    /*
     * At each pixel: luminance and the two opponent colours; the first and second derivative of luminance in the
     * directions 0, 45, 90 and 135 degrees, each split into its positive and its negative half-wave; the gradient
     * magnitudes of the two colours. Derivatives in any direction are steered from those along the axes [1].
     *
     * A cell needs the mean of each half-wave. Since max(r, 0) = (|r| + r) / 2 and max(-r, 0) = (|r| - r) / 2, only |r|
     * is summed pixel by pixel; the sum of r itself is steered from five sums along the axes.
     *
     * [1] W. T. Freeman, E. H. Adelson, The design and use of steerable filters, IEEE PAMI 13 (9), 1991.
     */
    static final int CHANNELS = 21;

    private static final float DIAGONAL = (float) Math.sqrt(0.5);

    private final Plane luminance;
    private final Plane redGreen;
    private final Plane blueYellow;
    private final Plane horizontal;
    private final Plane curvature;
    private final Plane redGreenHorizontal;
    private final Plane blueYellowHorizontal;
    private final float[][] colors;
    private final float[][] first;
    private final float[][] firstSizes;
    private final float[][] second;
    private final float[][] secondSizes;
    private final float[][] edges;

    ScaleResponses(Plane luminance, Plane redGreen, Plane blueYellow) {
        this.luminance = luminance;
        this.redGreen = redGreen;
        this.blueYellow = blueYellow;
        this.horizontal = luminance.horizontalDifference();
        this.curvature = luminance.horizontalCurvature();
        this.redGreenHorizontal = redGreen.horizontalDifference();
        this.blueYellowHorizontal = blueYellow.horizontalDifference();
        int width = luminance.width();
        this.colors = new float[3][width];
        this.first = new float[2][width];
        this.firstSizes = new float[4][width];
        this.second = new float[3][width];
        this.secondSizes = new float[4][width];
        this.edges = new float[2][width];
    }

    /**
     * Writes the means over every cell.
     *
     * @param side height and width of a cell in pixels of this level
     * @param target shape [rows, columns, stride], of which channels from {@code offset} on are written
     */
    void pool(int side, float[] target, int offset, int stride) {
        int columns = luminance.width() / side;
        for (int cellRow = 0; cellRow < luminance.height() / side; cellRow++) {
            clear(colors, first, firstSizes, second, secondSizes, edges);
            for (int y = cellRow * side; y < (cellRow + 1) * side; y++) {
                addColors(y);
                addFirstDerivatives(y);
                addSecondDerivatives(y);
                addEdge(redGreen, redGreenHorizontal, y, edges[0]);
                addEdge(blueYellow, blueYellowHorizontal, y, edges[1]);
            }
            for (int column = 0; column < columns; column++) {
                writeCell(column * side, side, target, (cellRow * columns + column) * stride + offset);
            }
        }
    }

    private static void clear(float[][]... sums) {
        for (float[][] group : sums) {
            for (float[] sum : group) {
                Arrays.fill(sum, 0);
            }
        }
    }

    private void addColors(int y) {
        add(colors[0], luminance.row(y));
        add(colors[1], redGreen.row(y));
        add(colors[2], blueYellow.row(y));
    }

    private static void add(float[] sum, float[] row) {
        for (int x = 0; x < sum.length; x++) {
            sum[x] += row[x];
        }
    }

    private void addFirstDerivatives(int y) {
        addFirstDerivatives(horizontal.row(y), luminance.row(y - 1), luminance.row(y + 1), first, firstSizes);
    }

    private static void addFirstDerivatives(
            float[] horizontal, float[] above, float[] below, float[][] sums, float[][] sizes) {
        float[] sumX = sums[0];
        float[] sumY = sums[1];
        float[] size0 = sizes[0];
        float[] size45 = sizes[1];
        float[] size90 = sizes[2];
        float[] size135 = sizes[3];
        for (int x = 0; x < sumX.length; x++) {
            float dx = horizontal[x];
            float dy = 0.5f * (below[x] - above[x]);
            sumX[x] += dx;
            sumY[x] += dy;
            size0[x] += Math.abs(dx);
            size45[x] += DIAGONAL * Math.abs(dx + dy);
            size90[x] += Math.abs(dy);
            size135[x] += DIAGONAL * Math.abs(dy - dx);
        }
    }

    private void addSecondDerivatives(int y) {
        float[] above = luminance.row(y - 1);
        float[] middle = luminance.row(y);
        float[] below = luminance.row(y + 1);
        float[] horizontalAbove = horizontal.row(y - 1);
        float[] horizontalBelow = horizontal.row(y + 1);
        float[] dxx = curvature.row(y);
        float[] dyy = new float[middle.length];
        float[] dxy = new float[middle.length];
        for (int x = 0; x < dyy.length; x++) {
            dyy[x] = above[x] - 2 * middle[x] + below[x];
            dxy[x] = 0.5f * (horizontalBelow[x] - horizontalAbove[x]);
        }
        addSecondDerivatives(dxx, dxy, dyy, second, secondSizes);
    }

    private static void addSecondDerivatives(float[] dxx, float[] dxy, float[] dyy, float[][] sums, float[][] sizes) {
        float[] sumXX = sums[0];
        float[] sumXY = sums[1];
        float[] sumYY = sums[2];
        float[] size0 = sizes[0];
        float[] size45 = sizes[1];
        float[] size90 = sizes[2];
        float[] size135 = sizes[3];
        for (int x = 0; x < sumXX.length; x++) {
            float mean = 0.5f * (dxx[x] + dyy[x]);
            sumXX[x] += dxx[x];
            sumXY[x] += dxy[x];
            sumYY[x] += dyy[x];
            size0[x] += Math.abs(dxx[x]);
            size45[x] += Math.abs(mean + dxy[x]);
            size90[x] += Math.abs(dyy[x]);
            size135[x] += Math.abs(mean - dxy[x]);
        }
    }

    private static void addEdge(Plane color, Plane horizontal, int y, float[] sum) {
        float[] dx = horizontal.row(y);
        float[] above = color.row(y - 1);
        float[] below = color.row(y + 1);
        for (int x = 0; x < sum.length; x++) {
            float dy = 0.5f * (below[x] - above[x]);
            sum[x] += (float) Math.sqrt(dx[x] * dx[x] + dy * dy);
        }
    }

    private void writeCell(int from, int side, float[] target, int at) {
        for (int color = 0; color < 3; color++) {
            target[at++] = mean(colors[color], from, side);
        }
        float dx = mean(first[0], from, side);
        float dy = mean(first[1], from, side);
        float[] slopes = {dx, DIAGONAL * (dx + dy), dy, DIAGONAL * (dy - dx)};
        for (int angle = 0; angle < 4; angle++) {
            float size = mean(firstSizes[angle], from, side);
            target[at++] = 0.5f * (size + slopes[angle]);
            target[at++] = 0.5f * (size - slopes[angle]);
        }
        float dxx = mean(second[0], from, side);
        float dxy = mean(second[1], from, side);
        float dyy = mean(second[2], from, side);
        float[] bends = {dxx, 0.5f * (dxx + dyy) + dxy, dyy, 0.5f * (dxx + dyy) - dxy};
        for (int angle = 0; angle < 4; angle++) {
            float size = mean(secondSizes[angle], from, side);
            target[at++] = 0.5f * (size + bends[angle]);
            target[at++] = 0.5f * (size - bends[angle]);
        }
        target[at++] = mean(edges[0], from, side);
        target[at] = mean(edges[1], from, side);
    }

    private static float mean(float[] sums, int from, int side) {
        float sum = 0;
        for (int x = from; x < from + side; x++) {
            sum += sums[x];
        }
        return sum / (side * side);
    }
}
