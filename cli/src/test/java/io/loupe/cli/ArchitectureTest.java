package io.loupe.cli;

import io.loupe.testkit.ArchitectureContract;
import io.loupe.testkit.ArchitectureRule;

final class ArchitectureTest extends ArchitectureContract {
    ArchitectureTest() {
        // --verbose prints where an error came from; everything else here talks to people through sentences.
        super("io.loupe.cli", 50, ArchitectureRule.NO_STANDARD_STREAMS, ArchitectureRule.NO_PRINTED_STACK_TRACES);
    }
}
