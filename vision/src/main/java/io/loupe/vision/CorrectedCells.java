package io.loupe.vision;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.map.Box;
import io.loupe.vision.method.PatchScores;
import java.util.BitSet;

/** Which cells of a grid a correction is about. */
final class CorrectedCells {
    /** A cell is meant where so much of it is marked. */
    private static final double MARKED_SHARE = 0.25;

    private CorrectedCells() {}

    /** Cells that score above a limit. */
    static BitSet above(PatchScores scores, double limit) {
        BitSet cells = new BitSet();
        float[] values = scores.patchScores();
        for (int cell = 0; cell < values.length; cell++) {
            cells.set(cell, values[cell] > limit);
        }
        return cells;
    }

    /** Cells that score above a limit, or the highest one where none does. */
    static BitSet aboveOrHighest(PatchScores scores, double limit) {
        BitSet cells = above(scores, limit);
        if (cells.isEmpty()) {
            int highest = 0;
            float[] values = scores.patchScores();
            for (int cell = 1; cell < values.length; cell++) {
                highest = values[cell] > values[highest] ? cell : highest;
            }
            cells.set(highest);
        }
        return cells;
    }

    /**
     * Cells of which a quarter or more is marked, or those that are marked most where the marks are smaller.
     *
     * @param mask of the size of the picture
     * @throws IllegalArgumentException if nothing is marked
     */
    static BitSet marked(BinaryMask mask, int rows, int columns) {
        double[] shares = new double[rows * columns];
        double most = 0;
        for (int cell = 0; cell < shares.length; cell++) {
            shares[cell] = markedShare(mask, cell / columns, cell % columns, rows, columns);
            most = Math.max(most, shares[cell]);
        }
        if (most == 0) {
            throw new IllegalArgumentException("The mask of the defect is empty; mark where the defect is");
        }
        double least = Math.min(MARKED_SHARE, most);
        BitSet cells = new BitSet();
        for (int cell = 0; cell < shares.length; cell++) {
            cells.set(cell, shares[cell] >= least);
        }
        return cells;
    }

    private static double markedShare(BinaryMask mask, int row, int column, int rows, int columns) {
        int top = row * mask.height() / rows;
        int left = column * mask.width() / columns;
        int bottom = Math.max(top + 1, (row + 1) * mask.height() / rows);
        int right = Math.max(left + 1, (column + 1) * mask.width() / columns);
        int marked = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                marked += mask.at(y, x) ? 1 : 0;
            }
        }
        return (double) marked / ((bottom - top) * (right - left));
    }

    /**
     * A mask of the pixels in a box.
     *
     * @throws IllegalArgumentException if no pixel of the picture is in it
     */
    static BinaryMask maskOf(Box box, int height, int width) {
        boolean[] marked = new boolean[height * width];
        boolean any = false;
        for (int y = Math.max(0, box.y()); y < Math.min(height, (long) box.y() + box.height()); y++) {
            for (int x = Math.max(0, box.x()); x < Math.min(width, (long) box.x() + box.width()); x++) {
                marked[y * width + x] = true;
                any = true;
            }
        }
        if (!any) {
            throw new IllegalArgumentException(
                    "The box at %d, %d of %d x %d pixels (x, y, width x height) holds no pixel of a picture of %d x %d"
                            .formatted(box.x(), box.y(), box.width(), box.height(), width, height));
        }
        return BinaryMask.wrap(height, width, marked);
    }
}
