package io.loupe.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class LoginThrottleTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(() -> now);

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed("eva@example.org", LoginThrottle.FREE_FOR_AN_ADDRESS);
        }
    }

    private void mustWait(Duration expected) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> throttle.check("eva@example.org"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS))
                .satisfies(e -> assertThat(e.retryAfter()).contains(expected));
    }

    private void mayTry(String what) {
        assertThatCode(() -> throttle.check(what)).doesNotThrowAnyException();
    }

    @Test
    void theFirstMistakesCostNothing() {
        fail(4);
        mayTry("eva@example.org");
    }

    @Test
    void furtherOnesDoubleTheWaitUpToAQuarterOfAnHour() {
        fail(5);
        mustWait(Duration.ofSeconds(1));
        fail(1);
        mustWait(Duration.ofSeconds(2));
        fail(2);
        mustWait(Duration.ofSeconds(8));
        fail(1000);
        mustWait(Duration.ofMinutes(15));
    }

    @Test
    void waitingHelpsAndSoDoesTheRightPassword() {
        fail(6);
        now = now.plusSeconds(2);
        mayTry("eva@example.org");
        fail(1);
        throttle.succeeded("eva@example.org");
        mayTry("eva@example.org");
    }

    @Test
    void aPlaceThatManyPeopleShareHasMoreMistakesFree() {
        for (int i = 0; i < 99; i++) {
            throttle.failed("10.0.0.7", LoginThrottle.FREE_FOR_A_SOURCE);
        }
        mayTry("10.0.0.7");
    }

    @Test
    void othersAreNotSlowedDown() {
        fail(10);
        mayTry("adam@example.org");
    }
}
