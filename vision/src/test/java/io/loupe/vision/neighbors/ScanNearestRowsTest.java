package io.loupe.vision.neighbors;

final class ScanNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        return new ScanNearestRows(bank, new VectorApiDistanceKernels());
    }
}
