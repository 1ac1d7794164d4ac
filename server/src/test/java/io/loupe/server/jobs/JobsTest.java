package io.loupe.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.TestServer;
import io.loupe.server.jobs.CountingJob.Request;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.NumberedRequest;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsTest {
    private static final NumberedRequest ALL = new NumberedRequest(500, 0);

    private final Jobs jobs = TestServer.bean(Jobs.class);
    private final TenantId tenant =
            TenantId.parse(Api.ofNewTenant().get("/api/auth/me").text("tenant_id"));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("done");
    }

    private Job start(Request request) {
        return jobs.start(tenant, CountingJob.TYPE, request, Optional.empty());
    }

    private Job await(Job job, Predicate<Job> condition) {
        return WatchedJobs.await(jobs, tenant, job, condition);
    }

    private Job awaitEnd(Job job) {
        return await(job, now -> now.state().isFinal());
    }

    private List<String> doneItems() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    @Test
    void aStartedJobRunsToItsEndAndSaysHowFarItCame() throws IOException {
        Job started = start(Request.of(file, 40));
        assertThat(started.state()).isEqualTo(JobState.QUEUED);
        assertThat(started.progress()).isNull();
        Job job = awaitEnd(started);
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.done()).isEqualTo(40);
        assertThat(job.total()).isEqualTo(40);
        assertThat(job.progress()).isEqualTo(1.0);
        assertThat(job.error()).isNull();
        assertThat(job.startedAt()).isBetween(job.createdAt(), job.finishedAt());
        assertThat(doneItems()).isEqualTo(numbers(40));
    }

    @Test
    void aJobOfATransactionThatFailsIsNeverThere() {
        TenantTransactions transactions = TestServer.bean(TenantTransactions.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.in(tenant, _ -> {
                    start(Request.of(file, 1));
                    throw new IllegalArgumentException("changed my mind");
                }));
        assertThat(jobs.list(tenant, Optional.empty(), PageRequest.of(null, null))
                        .items())
                .isEmpty();
        awaitEnd(start(Request.of(folder.resolve("another"), 1)));
        assertThat(file).doesNotExist();
    }

    @Test
    void aJobOfNobodysTypeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> jobs.start(tenant, "dream", "", Optional.empty()))
                .withMessage("No JobHandler does jobs of type 'dream'");
    }

    @Test
    void badItemsAreKeptWithStageAndSentenceAndTheOthersGoOn() throws IOException {
        Job job = awaitEnd(start(Request.of(file, 10).failing(List.of(3, 7), List.of())));
        assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(job.done()).isEqualTo(10);
        assertThat(job.itemsFailed()).isEqualTo(2);
        assertThat(doneItems()).hasSize(8);
        List<JobFailure> failures = jobs.failures(tenant, job.id(), ALL).items();
        assertThat(failures).extracting(JobFailure::item).containsExactly("3", "7");
        assertThat(failures.getFirst().stage()).isEqualTo("counting");
        assertThat(failures.getFirst().error()).isEqualTo("3 is a bad number.");
    }

    @Test
    void aRetryTakesTheFailedItemsAlone() throws IOException {
        Job job = awaitEnd(start(Request.of(file, 10).failing(List.of(3, 7), List.of(7))));
        jobs.retry(tenant, job.id());
        Job retried = awaitEnd(job);
        assertThat(doneItems()).hasSize(9).endsWith("10", "3");
        assertThat(retried.itemsFailed()).isEqualTo(1);
        assertThat(jobs.failures(tenant, job.id(), ALL).items())
                .extracting(JobFailure::item)
                .containsExactly("7");
    }

    @Test
    void whatDidNotFailOrIsNotAtItsEndIsNotRetried() {
        Job fine = awaitEnd(start(Request.of(file, 1)));
        isRefused(fine, "there is nothing to retry");
        Job busy = start(Request.of(file, 10_000).pausing(1));
        isRefused(busy, "wait for its end");
        jobs.cancel(tenant, busy.id());
        awaitEnd(busy);
    }

    private void isRefused(Job job, String why) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> jobs.retry(tenant, job.id()))
                .withMessageContaining(why)
                .returns(ProblemCode.CONFLICT, ProblemException::code);
    }

    @Test
    void aRunningJobStopsBetweenTwoItems() throws IOException {
        Job job = start(Request.of(file, 100_000).pausing(1));
        await(job, now -> now.done() > 0);
        jobs.cancel(tenant, job.id());
        Job cancelled = awaitEnd(job);
        assertThat(cancelled.state()).isEqualTo(JobState.CANCELLED);
        assertThat(cancelled.done()).isEqualTo(doneItems().size()).isLessThan(100_000);
        assertThat(cancelled.progress()).isLessThan(1);
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndNeverRuns() {
        TenantTransactions transactions = TestServer.bean(TenantTransactions.class);
        Job job = transactions.in(
                tenant, _ -> jobs.cancel(tenant, start(Request.of(file, 1)).id()));
        assertThat(job.state()).isEqualTo(JobState.CANCELLED);
        assertThat(job.finishedAt()).isNotNull();
        awaitEnd(start(Request.of(folder.resolve("another"), 1)));
        assertThat(file).doesNotExist();
    }

    @Test
    void aJobThatCannotGoOnSaysWhyAndGoesOnFromThereWhenRetried() throws IOException {
        Job job = awaitEnd(start(Request.of(file, 10).dyingAt(6)));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.error()).isEqualTo("Item 6 is the end of it.");
        assertThat(doneItems()).isEqualTo(numbers(5));
        assertThat(jobs.retry(tenant, job.id()).error()).isNull();
        assertThat(awaitEnd(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(doneItems()).isEqualTo(numbers(10));
    }

    @Test
    void aFaultOfOursIsNotShownWithItsInnards() {
        Job job = awaitEnd(jobs.start(tenant, CountingJob.TYPE, List.of("no request"), Optional.empty()));
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.error()).contains("The server's log says more").doesNotContain("jackson", "Exception");
    }

    @Test
    void ofALongLogTheEndIsKeptInWhateverLetters() {
        Job job = awaitEnd(jobs.start(tenant, TalkingJob.TYPE, "", Optional.empty()));
        assertThat(job.state()).as(job.error()).isEqualTo(JobState.SUCCEEDED);
        List<JobLine> first = jobs.log(tenant, job.id(), ALL).items();
        List<JobLine> second = jobs.log(
                        tenant,
                        job.id(),
                        new NumberedRequest(500, first.getLast().number()))
                .items();
        assertThat(first.getFirst().number()).isEqualTo(TalkingJob.LINES - 999);
        assertThat(first.getFirst().text()).isEqualTo("line 1501");
        assertThat(second.getLast().number()).isEqualTo(TalkingJob.LINES);
        assertThat(second.getLast().text())
                .startsWith("zero \uFFFD, half a pair ?")
                .hasSize(2_003);
        assertThat(job.itemsFailed()).isEqualTo(1);
    }

    @Test
    void theNewestJobComesFirstAndAStateCanBeAskedFor() {
        Job first = awaitEnd(start(Request.of(file, 1)));
        Job second = awaitEnd(start(Request.of(file, 2).dyingAt(2)));
        assertThat(jobs.list(tenant, Optional.empty(), new PageRequest(1, first.id()))
                        .items())
                .isEmpty();
        assertThat(jobs.list(tenant, Optional.empty(), PageRequest.of(1, null)))
                .satisfies(page -> assertThat(page.items()).containsExactly(second))
                .satisfies(page -> assertThat(page.next()).isEqualTo(second.id().toString()));
        assertThat(jobs.list(tenant, Optional.empty(), new PageRequest(5, second.id()))
                        .items())
                .containsExactly(first);
        assertThat(jobs.list(tenant, Optional.of(JobState.FAILED), PageRequest.of(null, null))
                        .items())
                .containsExactly(second);
    }
}
