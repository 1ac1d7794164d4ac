package io.loupe.vision.neighbors;

/** What every implementation of {@link NearestRows} refuses, with the same sentences. */
final class SearchArguments {
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
        queries.requireMeasurable("Query");
    }
}
