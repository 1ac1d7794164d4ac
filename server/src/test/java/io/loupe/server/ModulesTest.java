package io.loupe.server;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

final class ModulesTest {
    @Test
    void partsKnowEachOtherOnlyAsTheySay() {
        ApplicationModules.of(LoupeApplication.class).verify();
    }
}
