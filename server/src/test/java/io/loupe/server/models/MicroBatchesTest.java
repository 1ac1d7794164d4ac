package io.loupe.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class MicroBatchesTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

    private static List<Integer> doubled(List<Integer> numbers) {
        return numbers.stream().map(number -> 2 * number).toList();
    }

    /** Work that goes on when it is let. */
    private static final class Gate {
        private final Semaphore let = new Semaphore(0);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final List<Integer> batches = new ArrayList<>();

        List<Integer> work(List<Integer> numbers) {
            batches.add(numbers.size());
            begun.countDown();
            let.acquireUninterruptibly();
            return doubled(numbers);
        }
    }

    @Test
    void everyCallerGetsItsOwnAnswer() throws Exception {
        try (MicroBatches<Integer, Integer> queue = new MicroBatches<>("test", 1000, 2, 8, MicroBatchesTest::doubled)) {
            List<Future<Integer>> answers = IntStream.range(0, 500)
                    .mapToObj(number -> callers.submit(() -> queue.get(number)))
                    .toList();
            for (int number = 0; number < 500; number++) {
                assertThat(answers.get(number).get()).isEqualTo(2 * number);
            }
        }
    }

    @Test
    void whatWaitsTogetherIsDoneTogether() throws Exception {
        Gate gate = new Gate();
        try (MicroBatches<Integer, Integer> queue = new MicroBatches<>("test", 100, 1, 4, gate::work)) {
            List<Future<Integer>> answers = new ArrayList<>();
            answers.add(callers.submit(() -> queue.get(0)));
            gate.begun.await();
            for (int number = 1; number <= 8; number++) {
                int wanted = number;
                answers.add(callers.submit(() -> queue.get(wanted)));
            }
            while (queue.waitingCount() < 8) {
                Thread.onSpinWait();
            }
            gate.let.release(100);
            for (Future<Integer> answer : answers) {
                answer.get();
            }
            assertThat(gate.batches).startsWith(1, 4).allMatch(size -> size <= 4);
        }
    }

    @Test
    void whoeverComesWhenItIsFullIsTurnedAwayAtOnce() throws Exception {
        Gate gate = new Gate();
        try (MicroBatches<Integer, Integer> queue = new MicroBatches<>("encoder", 1, 1, 4, gate::work)) {
            Future<Integer> first = callers.submit(() -> queue.get(1));
            gate.begun.await();
            Future<Integer> second = callers.submit(() -> queue.get(2));
            while (queue.waitingCount() < 1) {
                Thread.onSpinWait();
            }
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> queue.get(3))
                    .withMessageContaining("The encoder is busy")
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE);
                        assertThat(e.retryAfter()).isPresent();
                    });
            gate.let.release(2);
            assertThat(first.get()).isEqualTo(2);
            assertThat(second.get()).isEqualTo(4);
        }
    }

    @Test
    void onePictureThatFailsFailsAlone() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Semaphore let = new Semaphore(0);
        try (MicroBatches<Integer, Integer> queue = new MicroBatches<>("test", 10, 1, 8, numbers -> {
            begun.countDown();
            let.acquireUninterruptibly();
            if (numbers.contains(13)) {
                throw new IllegalArgumentException("13");
            }
            return doubled(numbers);
        })) {
            Future<Integer> first = callers.submit(() -> queue.get(0));
            begun.await();
            Future<Integer> bad = callers.submit(() -> queue.get(13));
            Future<Integer> good = callers.submit(() -> queue.get(14));
            while (queue.waitingCount() < 2) {
                Thread.onSpinWait();
            }
            let.release(100);
            assertThat(first.get()).isZero();
            assertThat(good.get()).isEqualTo(28);
            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(bad::get)
                    .withCauseInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void afterItIsClosedEverybodyIsTurnedAway() {
        MicroBatches<Integer, Integer> queue = new MicroBatches<>("test", 10, 2, 8, MicroBatchesTest::doubled);
        queue.close();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> queue.get(1));
    }
}
