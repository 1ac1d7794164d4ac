package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.neighbors.RowMatrix;
import org.junit.jupiter.api.Test;

final class MatrixProductTest {
    @Test
    void multipliesRowsByRows() {
        RowMatrix left = RowMatrix.wrap(2, 3, new float[] {1, 2, 3, 4, 5, 6});
        RowMatrix right = RowMatrix.wrap(1, 3, new float[] {1, 0, -1});
        try (MatrixProduct product = new MatrixProduct(left, right)) {
            product.run();
            assertThat(product.values()).containsExactly(-2, -2);
        }
    }
}
