package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.NearestRowsContract;
import io.loupe.vision.neighbors.NearestRowsProvider;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

final class GemmNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        return new GemmNearestRowsProvider().open(bank);
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(NearestRowsProvider.class))
                .singleElement()
                .isInstanceOf(GemmNearestRowsProvider.class)
                .matches(NearestRowsProvider::isAvailable);
    }
}
