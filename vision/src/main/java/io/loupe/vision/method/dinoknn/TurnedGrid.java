package io.loupe.vision.method.dinoknn;

/**
 * Leads from a cell of a turned picture back to the cell of the upright one that it shows.
 *
 * @param rows of the grid
 * @param columns of the grid
 */
record TurnedGrid(int rows, int columns) {
    /**
     * The upright cell.
     *
     * @param degrees by which the picture was turned counter-clockwise about its centre, its corners filled by mirroring
     * @return row * columns + column
     */
    int uprightCell(int cell, int degrees) {
        double angle = Math.toRadians(degrees);
        double middleRow = (rows - 1) / 2.0;
        double middleColumn = (columns - 1) / 2.0;
        // Rows grow downwards, so turning back clockwise is (x, y) -> (x cos - y sin, x sin + y cos).
        int turnedRow = cell / columns;
        double down = turnedRow - middleRow;
        double across = cell % columns - middleColumn;
        double row = middleRow + across * Math.sin(angle) + down * Math.cos(angle);
        double column = middleColumn + across * Math.cos(angle) - down * Math.sin(angle);
        return mirrored(row, rows) * columns + mirrored(column, columns);
    }

    private static int mirrored(double position, int size) {
        double last = size - 1.0;
        double inside = position < 0 ? -position : position > last ? 2 * last - position : position;
        return (int) Math.round(Math.clamp(inside, 0, last));
    }
}
