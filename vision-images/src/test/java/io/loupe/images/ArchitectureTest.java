package io.loupe.images;

import io.loupe.testkit.ArchitectureContract;
import io.loupe.testkit.ArchitectureRule;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.images", 30, ArchitectureRule.NO_AWT);
    }
}
