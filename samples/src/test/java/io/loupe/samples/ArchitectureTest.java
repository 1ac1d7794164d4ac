package io.loupe.samples;

import io.loupe.testkit.ArchitectureContract;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.samples", 30);
    }
}
