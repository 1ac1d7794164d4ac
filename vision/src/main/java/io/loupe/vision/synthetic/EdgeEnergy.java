package io.loupe.vision.synthetic;

import io.loupe.vision.image.GrayImage;
import io.loupe.vision.image.RgbImage;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Where in a picture there is something to see: sums of grey-level differences over cells of {@value #CELL} pixels. Places
 * drawn by it lie on the part rather than on its ground. Immutable.
 */
final class EdgeEnergy {
    private static final int CELL = 8;

    private final int rows;
    private final int columns;
    private final double[] cumulative;

    private EdgeEnergy(int rows, int columns, double[] cumulative) {
        this.rows = rows;
        this.columns = columns;
        this.cumulative = cumulative;
    }

    static EdgeEnergy of(RgbImage image) {
        GrayImage gray = GrayImage.of(image);
        int rows = Math.ceilDiv(gray.height(), CELL);
        int columns = Math.ceilDiv(gray.width(), CELL);
        double[] energy = new double[rows * columns];
        for (int row = 0; row + 1 < gray.height(); row++) {
            for (int column = 0; column + 1 < gray.width(); column++) {
                int here = gray.at(row, column);
                energy[row / CELL * columns + column / CELL] +=
                        Math.abs(here - gray.at(row + 1, column)) + Math.abs(here - gray.at(row, column + 1));
            }
        }
        Arrays.parallelPrefix(energy, Double::sum);
        return new EdgeEnergy(rows, columns, energy);
    }

    /** A place [row, column] in pixels, as likely as there is energy around it; anywhere in a picture without any. */
    double[] draw(RandomGenerator random) {
        double total = cumulative[cumulative.length - 1];
        int cell = total > 0
                ? Math.min(firstAbove(random.nextDouble(total)), cumulative.length - 1)
                : random.nextInt(rows * columns);
        int row = cell / columns;
        int column = cell % columns;
        return new double[] {(row + random.nextDouble()) * CELL, (column + random.nextDouble()) * CELL};
    }

    private int firstAbove(double value) {
        int found = Arrays.binarySearch(cumulative, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
