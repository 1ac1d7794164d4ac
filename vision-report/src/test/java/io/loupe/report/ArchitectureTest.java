package io.loupe.report;

import io.loupe.testkit.ArchitectureContract;
import io.loupe.testkit.ArchitectureRule;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.report", 30, ArchitectureRule.NO_AWT);
    }
}
