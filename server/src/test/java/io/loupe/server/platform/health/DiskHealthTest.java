package io.loupe.server.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.platform.health.HealthPart.Status;
import org.junit.jupiter.api.Test;

final class DiskHealthTest {
    @Test
    void saysHowMuchIsFree() {
        assertThat(DiskHealth.of(12.34, 100)).satisfies(health -> {
            assertThat(health.status()).isEqualTo(Status.OK);
            assertThat(health.detail()).isEqualTo("12.3 of 100.0 GiB are free where the data folder is.");
        });
    }

    @Test
    void warnsBeforeItIsFull() {
        assertThat(DiskHealth.of(0.9, 100)).satisfies(health -> {
            assertThat(health.status()).isEqualTo(Status.DEGRADED);
            assertThat(health.detail()).contains("Make room");
        });
    }
}
