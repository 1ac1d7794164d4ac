package io.loupe.index;

import io.loupe.testkit.ArchitectureContract;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.index", 11);
    }
}
