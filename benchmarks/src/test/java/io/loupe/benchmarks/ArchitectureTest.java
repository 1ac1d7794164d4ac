package io.loupe.benchmarks;

import io.loupe.testkit.ArchitectureContract;
import io.loupe.testkit.ArchitectureRule;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        super("io.loupe.benchmarks", 15, ArchitectureRule.NO_STANDARD_STREAMS);
    }
}
