package io.loupe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

final class SeededTest {
    @Test
    void aFailingTestPrintsTheSeedAndHowToReplayIt() {
        assertThat(errorOutputOf("fails")).containsPattern("failed with seed (-?\\d+); replay with -Dloupe.seed=\\1");
    }

    @Test
    void aPassingTestPrintsNothing() {
        assertThat(errorOutputOf("passes")).isEmpty();
    }

    @Test
    void theSameTestDrawsTheSameNumbersInOneRun() {
        Samples.DRAWN.clear();
        errorOutputOf("passes");
        errorOutputOf("passes");
        errorOutputOf("passesToo");

        assertThat(Samples.DRAWN.get(0)).isEqualTo(Samples.DRAWN.get(1)).isNotEqualTo(Samples.DRAWN.get(2));
    }

    @Test
    void anotherRunSeedGivesOtherNumbers() {
        assertThat(SeedExtension.seedOf(1, "a")).isNotEqualTo(SeedExtension.seedOf(2, "a"));
        assertThat(SeedExtension.seedOf(1, "a")).isNotEqualTo(SeedExtension.seedOf(1, "b"));
        assertThat(SeedExtension.parse(" -7 ")).isEqualTo(-7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"seven", "1.5", "99999999999999999999"})
    void whatIsNoSeedIsRefused(String seed) {
        assertThatThrownBy(() -> SeedExtension.parse(seed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-Dloupe.seed=" + seed + " is no seed");
    }

    private static String errorOutputOf(String method) {
        PrintStream usual = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            LauncherFactory.create()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectMethod(Samples.class, method, Random.class))
                            .build());
        } finally {
            System.setErr(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Run by the tests above only: a nested class without {@code @Nested} is not found by itself. */
    @Seeded
    static final class Samples {
        static final List<Long> DRAWN = new ArrayList<>();

        @Test
        void passes(Random random) {
            DRAWN.add(random.nextLong());
        }

        @Test
        void passesToo(Random random) {
            DRAWN.add(random.nextLong());
        }

        @Test
        void fails(Random random) {
            assertThat(random.nextDouble()).isNegative();
        }
    }
}
