package io.loupe.server.inspection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestServer;
import io.loupe.server.inspection.Parts;
import io.loupe.server.inspection.TrainedProject;
import io.loupe.server.platform.settings.Settings;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What callers hear while every place of the server's queue is taken. */
final class BusyInspectionTest {
    private final Api api = Api.ofNewTenant();
    private final TrainedProject project = new TrainedProject(api);

    private Answer inspect() {
        return api.post(project.path + "/inspect", new Form().file("files", "part.png", Parts.goodPng(1)));
    }

    @Test
    void theyAreToldWhenToComeAgainAndNothingOfTheirsIsKept() throws Exception {
        List<String> all =
                Collections.nCopies(TestServer.bean(Settings.class).models().waiting(), "somebody's picture");
        InspectionQueue queue = TestServer.bean(InspectionQueue.class);
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            others.execute(() -> queue.each(all, picture -> {
                taken.countDown();
                return InspectionQueueTest.await(done, picture);
            }));
            taken.await();
            try {
                Answer refusal = inspect();
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.text("code")).isEqualTo("unavailable");
                assertThat(refusal.raw().headers().firstValue("Retry-After")).contains("2");
                assertThat(api.get(project.path + "/history").body().path("items"))
                        .isEmpty();
            } finally {
                done.countDown();
            }
        }
        assertThat(inspect().body().path("items").path(0).path("sequence").asLong())
                .as("it is the first of the history")
                .isEqualTo(1);
    }
}
