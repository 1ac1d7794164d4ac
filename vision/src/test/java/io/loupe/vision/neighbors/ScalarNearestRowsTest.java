package io.loupe.vision.neighbors;

final class ScalarNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        DistanceKernels kernels = new ScalarDistanceKernels();
        return GroupedNearestRows.over(bank, RowShortening.NONE, kernels);
    }
}
