package io.loupe.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.EnterableFolder;
import io.loupe.server.jobs.CountingJob.Request;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.database.Migrations;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.postgres.SharedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Servers that end while a job runs: killed, in a process of their own, or stopped. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class KilledJobTest {
    private static final int ITEMS = 400;

    @TempDir(factory = EnterableFolder.class)
    Path folder;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private EmbeddedPostgres postgres;
    private DatabaseAddress database;
    private Request request;

    @BeforeEach
    void makeATenantInADatabaseOfItsOwn() throws Exception {
        SharedPostgres.linkProgramsInto(folder.resolve("postgres"));
        postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        database = DatabaseAddress.of(postgres);
        Migrations.apply(database);
        request = Request.of(folder.resolve("done"), ITEMS).pausing(5);
        try (ConfigurableApplicationContext context = JobProcess.open(database.application(), folder)) {
            context.getBean(TenantTransactions.class)
                    .in(
                            tenant,
                            jdbc -> jdbc.sql("INSERT INTO tenant (id, name) VALUES (?, 'Tests')")
                                    .param(tenant.value())
                                    .update());
        }
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
        SharedPostgres.unlinkProgramsFrom(folder.resolve("postgres"));
    }

    private List<String> doneItems() throws IOException {
        Path file = Path.of(request.file());
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void waitForItems(int count, Process process) throws IOException, InterruptedException {
        while (doneItems().size() < count) {
            assertThat(process.isAlive()).as("the server that runs the job").isTrue();
            Thread.sleep(20);
        }
    }

    private Job onlyJob(Jobs jobs) {
        List<Job> all =
                jobs.list(tenant, Optional.empty(), PageRequest.of(null, null)).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    /** Starts a server again, lets it bring the job to its end, and then once more, which must do nothing. */
    private void bringToItsEndOnce() throws IOException {
        try (ConfigurableApplicationContext context = JobProcess.open(database.application(), folder)) {
            Jobs jobs = context.getBean(Jobs.class);
            Job job = WatchedJobs.await(
                    jobs, tenant, onlyJob(jobs), now -> now.state().isFinal());
            assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
            assertThat(job.done()).isEqualTo(ITEMS);
        }
        List<String> done = doneItems();
        assertThat(new TreeSet<>(done)).as("every item is done").hasSize(ITEMS);
        try (ConfigurableApplicationContext context = JobProcess.open(database.application(), folder)) {
            Jobs jobs = context.getBean(Jobs.class);
            Request another = Request.of(folder.resolve("another"), 1);
            Job next = jobs.start(tenant, CountingJob.TYPE, another, Optional.empty());
            WatchedJobs.await(jobs, tenant, next, now -> now.state().isFinal());
        }
        assertThat(doneItems()).as("a finished job does not run again").isEqualTo(done);
    }

    @Test
    void aJobOfAKilledServerGoesOnFromItsCheckpointAndFinishesOnce() throws Exception {
        Process server = JobProcess.start(database.application(), folder, tenant, request);
        try {
            waitForItems(150, server); // several checkpoints
        } finally {
            server.destroyForcibly().waitFor(); // SIGKILL
        }
        int killedAt = doneItems().size();
        bringToItsEndOnce();
        List<String> done = doneItems();
        int wentOnAt = Integer.parseInt(done.get(killedAt));
        assertThat(wentOnAt).as("the item that the next server began with").isBetween(2, killedAt + 1);
        assertThat(done.subList(killedAt, done.size()))
                .isEqualTo(IntStream.rangeClosed(wentOnAt, ITEMS)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void aJobOfAStoppingServerWaitsForTheNextAndLosesNothing() throws Exception {
        try (ConfigurableApplicationContext context = JobProcess.open(database.application(), folder)) {
            Jobs jobs = context.getBean(Jobs.class);
            Job job = jobs.start(tenant, CountingJob.TYPE, request, Optional.empty());
            WatchedJobs.await(jobs, tenant, job, now -> now.done() > 0);
            context.stop();
            assertThat(onlyJob(jobs).state()).isEqualTo(JobState.QUEUED);
            assertThat(onlyJob(jobs).done()).isEqualTo(doneItems().size());
        }
        bringToItsEndOnce();
        assertThat(doneItems()).as("no item is done twice").hasSize(ITEMS);
    }
}
