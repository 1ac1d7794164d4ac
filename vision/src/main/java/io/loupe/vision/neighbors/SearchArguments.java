package io.loupe.vision.neighbors;

/** What every implementation of {@link NearestRows} refuses, with the same sentences. */
final class SearchArguments {
    /** Squared norms up to here leave room for the sum of two in float32. */
    private static final double LARGEST_SQUARED_NORM = Float.MAX_VALUE / 16;

    private SearchArguments() {}

    static void check(RowMatrix bank, RowMatrix queries, int k, RowRange excluded) {
        if (queries.dimension() != bank.dimension()) {
            throw new IllegalArgumentException(
                    "Queries have %d dimensions, the bank has %d; both must come from the same encoder and taps"
                            .formatted(queries.dimension(), bank.dimension()));
        }
        if (excluded.to() > bank.rows()) {
            throw new IllegalArgumentException("Rows %d to %d cannot be left out of a bank of %d rows"
                    .formatted(excluded.from(), excluded.to(), bank.rows()));
        }
        int left = bank.rows() - excluded.count();
        if (k < 1 || k > left) {
            throw new IllegalArgumentException(
                    "k must be between 1 and the %d bank rows that are left after leaving out %d, got %d"
                            .formatted(left, excluded.count(), k));
        }
        checkValues("Query", queries);
    }

    static void checkValues(String what, RowMatrix matrix) {
        for (int row = 0; row < matrix.rows(); row++) {
            double squaredNorm = SquaredNorms.of(matrix.values(), row * matrix.dimension(), matrix.dimension());
            if (!(squaredNorm <= LARGEST_SQUARED_NORM)) {
                throw new IllegalArgumentException(
                        "%s row %d holds a value that is not a number, infinite or too large to square (squared norm %s); distances to it mean nothing"
                                .formatted(what, row, squaredNorm));
            }
        }
    }
}
