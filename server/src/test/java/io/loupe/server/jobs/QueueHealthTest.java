package io.loupe.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.platform.health.HealthPart.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class QueueHealthTest {
    @Test
    void aQueueThatMovesIsWell() {
        assertThat(QueueHealth.of(4, 1_200, Duration.ofMinutes(9))).satisfies(health -> {
            assertThat(health.status()).isEqualTo(Status.OK);
            assertThat(health.detail()).isEqualTo("4 jobs run, 1,200 wait.");
        });
    }

    @Test
    void oneThatDoesNotSaysForHowLong() {
        assertThat(QueueHealth.of(4, 2, Duration.ofMinutes(61))).satisfies(health -> {
            assertThat(health.status()).isEqualTo(Status.DEGRADED);
            assertThat(health.detail()).contains("one of them for 61 minutes");
        });
    }
}
