package io.loupe.onnx;

import io.loupe.vision.neighbors.GroupedNearestRows;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.NearestRowsProvider;
import io.loupe.vision.neighbors.RowMatrix;

/** Nearest rows on ONNX Runtime's matrix product, for JVMs started without the Vector API. */
public final class GemmNearestRowsProvider implements NearestRowsProvider {
    private static final System.Logger LOG = System.getLogger(GemmNearestRowsProvider.class.getName());

    @Override
    public boolean isAvailable() {
        try {
            return OnnxRuntime.environment() != null;
        } catch (LinkageError | IllegalStateException e) {
            LOG.log(System.Logger.Level.WARNING, "ONNX Runtime does not start here; nearest rows do without it", e);
            return false;
        }
    }

    @Override
    public NearestRows open(RowMatrix bank) {
        return new GroupedNearestRows(bank, new GemmGroupMinima(bank));
    }
}
