package io.loupe.vision;

import io.loupe.testkit.ArchitectureContract;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.vision", 190);
    }
}
