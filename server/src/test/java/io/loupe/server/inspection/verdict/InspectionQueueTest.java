package io.loupe.server.inspection.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class InspectionQueueTest {
    @Test
    void whoComesWhileTooManyWaitIsTurnedAwayAndToldWhenToComeAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (InspectionQueue queue = new InspectionQueue(3);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> first = callers.submit(() -> queue.each(List.of("a", "b"), input -> {
                begun.countDown();
                return queue.compute(() -> await(go, input));
            }));
            begun.await();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> queue.each(List.of("c", "d"), input -> input))
                    .satisfies(refusal -> {
                        assertThat(refusal.code()).isEqualTo(ProblemCode.UNAVAILABLE);
                        assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(2));
                    });
            assertThat(queue.each(List.of("e"), input -> input))
                    .as("there is room for one")
                    .containsExactly("e");
            go.countDown();
            assertThat(first.get()).containsExactly("a", "b");
            assertThat(queue.each(List.of("f", "g", "h"), input -> input)).hasSize(3);
        }
    }

    @Test
    void aRequestWithOnePictureDoesNotWaitForAnothersHundred() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch begun = new CountDownLatch(1);
        try (InspectionQueue queue = new InspectionQueue(1_000);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> many =
                    IntStream.range(0, 100).mapToObj(i -> "many " + i).toList();
            Future<?> large = callers.submit(() -> queue.each(
                    many,
                    input -> queue.compute(() -> {
                        begun.countDown();
                        pause();
                        return order.add(input);
                    })));
            begun.await();
            queue.each(List.of("one"), input -> queue.compute(() -> order.add(input)));
            large.get();
        }
        assertThat(order.indexOf("one")).isLessThan(50);
    }

    static String await(CountDownLatch go, String input) {
        try {
            go.await();
            return input;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
