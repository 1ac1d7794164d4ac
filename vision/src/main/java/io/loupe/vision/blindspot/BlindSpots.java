package io.loupe.vision.blindspot;

import io.loupe.vision.synthetic.SyntheticKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a detector can be trusted to find: the smallest painted defects whose picture is a FAIL in 95 of 100 cases. Sizes
 * are diameters as a share of the picture's side.
 *
 * <p>Real defects differ from painted ones; what is told apart better here is told apart better there, but the sizes hold
 * for the painted kinds only.
 *
 * @param trials how many defects were painted
 * @param overall of all kinds, each as frequent as the other
 * @param kinds of each kind
 * @param cells where: for {@value #SIDE} x {@value #SIDE} cells of the picture, row by row, the size of defects of all
 *     kinds; infinite where it is beyond {@link #LARGEST}, NaN where hardly any were painted
 */
public record BlindSpots(
        int trials, SmallestFound overall, Map<SyntheticKind, SmallestFound> kinds, List<Double> cells) {
    /** The share of defects that counts as reliable. */
    public static final double RELIABLE = 0.95;

    /** The smallest size tried. */
    public static final double SMALLEST = 0.01;

    /** The largest size tried. */
    public static final double LARGEST = 0.5;

    /** Cells along each side of the map. */
    public static final int SIDE = 8;

    public BlindSpots {
        kinds = Map.copyOf(kinds);
        cells = List.copyOf(cells);
        if (!kinds.keySet().containsAll(List.of(SyntheticKind.values()))) {
            throw new IllegalArgumentException("Blind spots are told of every kind of defect, got " + kinds.keySet());
        }
        if (cells.size() != SIDE * SIDE) {
            throw new IllegalArgumentException(
                    "A map of blind spots has %d cells, got %d".formatted(SIDE * SIDE, cells.size()));
        }
    }

    /** The size of one kind. */
    public SmallestFound of(SyntheticKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    /** The size at a cell. */
    public double at(int row, int column) {
        return cells.get(row * SIDE + column);
    }

    /** Sizes beyond what was tried are not known. */
    static double orBeyond(double size) {
        return size > LARGEST ? Double.POSITIVE_INFINITY : size;
    }
}
