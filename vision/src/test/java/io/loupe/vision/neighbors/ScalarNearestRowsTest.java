package io.loupe.vision.neighbors;

final class ScalarNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        DistanceKernels kernels = new ScalarDistanceKernels();
        return new GroupedNearestRows(bank, new TiledGroupMinima(bank, kernels), kernels);
    }
}
