package io.loupe.onnx;

import io.loupe.testkit.ArchitectureContract;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.onnx", 60);
    }
}
