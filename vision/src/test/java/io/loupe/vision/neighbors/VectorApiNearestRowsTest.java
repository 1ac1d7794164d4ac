package io.loupe.vision.neighbors;

final class VectorApiNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        DistanceKernels kernels = new VectorApiDistanceKernels();
        return GroupedNearestRows.over(bank, RowShortening.NONE, kernels);
    }
}
