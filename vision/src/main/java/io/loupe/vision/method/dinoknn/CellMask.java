package io.loupe.vision.method.dinoknn;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** A yes or no for every cell of a grid, with the morphology of 3 x 3 squares; what lies off the grid has no say. */
final class CellMask {
    private final int rows;
    private final int columns;
    private final boolean[] cells;

    private CellMask(int rows, int columns, boolean[] cells) {
        this.rows = rows;
        this.columns = columns;
        this.cells = cells;
    }

    static CellMask where(int rows, int columns, IntPredicate isSet) {
        boolean[] cells = new boolean[rows * columns];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = isSet.test(cell);
        }
        return new CellMask(rows, columns, cells);
    }

    boolean contains(int cell) {
        return cells[cell];
    }

    boolean isEmpty() {
        return IntStream.range(0, cells.length).noneMatch(this::contains);
    }

    /** The share of set cells in the middle box, from this share of each side to the same share before its end. */
    double shareWithin(double border) {
        int set = 0;
        int all = 0;
        for (int row = (int) (rows * border); row < (int) (rows * (1 - border)); row++) {
            for (int column = (int) (columns * border); column < (int) (columns * (1 - border)); column++) {
                set += cells[row * columns + column] ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) set / all;
    }

    /** Set where any cell of the square around is. */
    CellMask dilated() {
        return where(rows, columns, cell -> squareHas(cell, true));
    }

    /** Small holes and gaps filled: dilated, then eroded. */
    CellMask closed() {
        CellMask grown = dilated();
        return where(rows, columns, cell -> !grown.squareHas(cell, false));
    }

    private boolean squareHas(int cell, boolean wanted) {
        int row = cell / columns;
        int column = cell % columns;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                if (cells[y * columns + x] == wanted) {
                    return true;
                }
            }
        }
        return false;
    }
}
