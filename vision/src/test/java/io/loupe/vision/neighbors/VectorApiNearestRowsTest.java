package io.loupe.vision.neighbors;

final class VectorApiNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        DistanceKernels kernels = new VectorApiDistanceKernels();
        return new GroupedNearestRows(bank, new TiledGroupMinima(bank, kernels), kernels);
    }
}
