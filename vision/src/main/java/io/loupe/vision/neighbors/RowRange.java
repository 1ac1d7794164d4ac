package io.loupe.vision.neighbors;

/**
 * A run of rows, from inclusive to exclusive. Rows of one owner lie together, so that leaving an owner out is leaving
 * out one run.
 */
public record RowRange(int from, int to) {
    /** No row at all. */
    public static final RowRange NONE = new RowRange(0, 0);

    public RowRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("A row range needs 0 <= from <= to, got %d to %d".formatted(from, to));
        }
    }

    public int count() {
        return to - from;
    }

    public boolean contains(int row) {
        return row >= from && row < to;
    }
}
