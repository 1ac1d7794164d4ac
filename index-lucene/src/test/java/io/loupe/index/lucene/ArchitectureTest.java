package io.loupe.index.lucene;

import io.loupe.testkit.ArchitectureContract;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.index.lucene", 7);
    }
}
