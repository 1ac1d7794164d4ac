package io.loupe.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.server.library.IngestOutcome.Status;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class IngestTest {
    private static final Origin PROGRAM = new Origin(Source.API, Optional.empty(), List.of());

    @TempDir
    Path data;

    private final Api owner = Api.ofNewTenant();
    private final TenantId tenant = TenantId.parse(owner.get("/api/auth/me").text("tenant_id"));

    private Ingest ingestWithPlaces(int places) {
        String number = String.valueOf(places);
        return new Ingest(
                TestServer.bean(PictureRoom.class),
                TestServer.bean(Analysis.class),
                TestServer.bean(ObjectStore.class),
                TestServer.bean(ObjectSweep.class),
                TestServer.bean(ImageChanges.class),
                Settings.read(
                        data,
                        Map.of("LOUPE_LIMITS_WAITING_PICTURES", number, "LOUPE_UPLOADS_FILES", number),
                        Map.of()));
    }

    private static Upload picture(long number) {
        return new Upload("%d.png".formatted(number), () -> new ByteArrayInputStream(TestPictures.png(number)));
    }

    private static Upload slowPicture(long number, CountDownLatch begun, CountDownLatch let) {
        return new Upload("slow.png", () -> {
            begun.countDown();
            try {
                let.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new ByteArrayInputStream(TestPictures.png(number));
        });
    }

    private int stored() {
        return owner.get("/api/library").body().path("pictures").asInt();
    }

    @Test
    void whoComesWhenTooManyWaitIsAskedToComeAgainAndNothingOfItIsStored() throws Exception {
        Ingest ingest = ingestWithPlaces(3);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<IngestOutcome>> slow = callers.submit(
                    () -> ingest.add(tenant, PROGRAM, List.of(slowPicture(500, begun, let), picture(501))));
            begun.await();
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> ingest.add(tenant, PROGRAM, List.of(picture(502), picture(503))))
                    .withMessageContaining("None of these was taken")
                    .satisfies(e -> {
                        assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE);
                        assertThat(e.retryAfter()).isPresent();
                    });
            let.countDown();
            assertThat(slow.get()).extracting(IngestOutcome::status).containsOnly(Status.STORED);
        }
        assertThat(stored()).isEqualTo(2);
        assertThat(ingest.add(tenant, PROGRAM, List.of(picture(502), picture(503), picture(504))))
                .as("there is room again")
                .extracting(IngestOutcome::status)
                .containsOnly(Status.STORED);
    }

    @Test
    void aSlowFileHoldsUpNeitherTheOrderNorOthers() throws Exception {
        Ingest ingest = ingestWithPlaces(10);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch let = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<IngestOutcome>> slow = callers.submit(
                    () -> ingest.add(tenant, PROGRAM, List.of(slowPicture(510, begun, let), picture(511))));
            begun.await();
            ingest.add(tenant, PROGRAM, List.of(picture(512)));
            let.countDown();
            assertThat(slow.get()).extracting(IngestOutcome::filename).containsExactly("slow.png", "511.png");
        }
        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void aFileThatCannotBeReadIsAFaultOfItsOwn() {
        Upload broken = new Upload("broken.png", () -> {
            throw new IOException("the disk is gone");
        });
        List<IngestOutcome> outcomes = ingestWithPlaces(2).add(tenant, PROGRAM, List.of(broken, picture(520)));
        assertThat(outcomes).extracting(IngestOutcome::status).containsExactly(Status.REFUSED, Status.STORED);
        assertThat(outcomes.getFirst().refusal().orElseThrow().code()).isEqualTo("fault");
        assertThat(outcomes.getFirst().refusal().orElseThrow().detail())
                .startsWith("'broken.png' could not be stored")
                .doesNotContain("disk is gone");
    }

    @Test
    void whatFailsAfterTheBytesAreKeptLeavesAFileThatTheSweepKnowsAsUnused() {
        TenantId nobody = new TenantId(UUID.randomUUID()); // its rows cannot be added
        IngestOutcome outcome =
                ingestWithPlaces(1).add(nobody, PROGRAM, List.of(picture(530))).getFirst();
        assertThat(outcome.status()).isEqualTo(Status.REFUSED);
        ObjectStore objects = TestServer.bean(ObjectStore.class);
        List<ObjectKey> left = objects.keptBefore(nobody, Instant.now().plusSeconds(60));
        assertThat(left).hasSize(2);
        assertThat(TestServer.bean(ObjectSweep.class).removeUnused(nobody, Set.copyOf(left)))
                .isEqualTo(2);
    }
}
