package io.loupe.index;

import io.loupe.testkit.VectorIndexContract;
import java.nio.file.Path;

final class ExactVectorIndexTest extends VectorIndexContract {
    @Override
    protected VectorIndex open(Path folder, int dimension) {
        return new ExactVectorIndex(dimension);
    }
}
