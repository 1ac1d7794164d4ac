package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.postgres.SharedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills a server three times while it trains; the training ends all the same, once, and learns what it would have. */
final class KilledTrainingTest {
    private static final String PASSWORD = "a password of kills";
    private static final Map<String, String> SETTINGS = Map.of(
            "LOUPE_PORT", "0",
            "LOUPE_ADMIN_EMAIL", "first@example.org",
            "LOUPE_ADMIN_PASSWORD", PASSWORD,
            "LOUPE_MODELS_ENCODER", "filter-bank");

    /** So many trials that no machine is through with the last phase before the kill. */
    private static final Map<String, Object> CHOICES =
            Map.of("encoder", "filter-bank", "size", 64, "blind_spot_trials", 400);

    private static final Map<String, Object> SAME_WITHOUT_TRIALS =
            Map.of("encoder", "filter-bank", "size", 64, "blind_spot_trials", 0);

    @TempDir(factory = EnterableFolder.class)
    Path data;

    @BeforeEach
    void unpackNotAnew() throws IOException {
        SharedPostgres.linkProgramsInto(data.resolve("postgres"));
    }

    @AfterEach
    void leaveNothingRunning() throws IOException {
        EmbeddedPostgres.stopOrphan(data.resolve("postgres"));
        SharedPostgres.unlinkProgramsFrom(data.resolve("postgres"));
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void itIsTrainedToItsEndOnce() throws Exception {
        ServerProcess server = ServerProcess.start(data, SETTINGS);
        ServerCaller caller = ServerCaller.signIn(server.address(), "first@example.org", PASSWORD);
        String project = "/api/projects/"
                + caller.post("/api/projects", Map.of("name", "bracket"))
                        .path("project_id")
                        .asString();
        caller.post(project + "/images", goodParts());
        String job = "/api/jobs/"
                + caller.post(project + "/train", CHOICES).path("job_id").asString();
        for (String phase : new String[] {"", "reading pictures", "looking for blind spots"}) {
            awaitPhase(caller, job, phase);
            server.kill();
            server = ServerProcess.start(data, SETTINGS);
            caller = caller.at(server.address());
        }
        assertThat(awaitEnd(caller, job).path("state").asString()).isEqualTo("succeeded");

        JsonNode versions = caller.get(project + "/versions").path("items");
        assertThat(versions).as("versions of one training").hasSize(1);
        assertThat(versions.path(0).path("active").asBoolean()).isTrue();
        String again = "/api/jobs/"
                + caller.post(project + "/train", SAME_WITHOUT_TRIALS)
                        .path("job_id")
                        .asString();
        assertThat(awaitEnd(caller, again).path("state").asString()).isEqualTo("succeeded");
        assertThat(scores(caller, project, 1)).isEqualTo(scores(caller, project, 0));
        server.kill();
    }

    private static Form goodParts() {
        Form form = new Form();
        for (int i = 0; i < 8; i++) {
            form.file("files", "%d.png".formatted(i), ImageEncoding.png(TestPictures.part(i)));
        }
        return form;
    }

    /** Waits until a training has begun a phase. The shorter ones may be over before anybody hears of them. */
    private static void awaitPhase(ServerCaller caller, String job, String phase) throws Exception {
        JsonNode now = caller.get(job);
        while (!hasBegun(caller, now, job, phase)) {
            assertThat(now.path("state").asString()).isIn("queued", "running");
            Thread.sleep(10);
            now = caller.get(job);
        }
        assertThat(now.path("state").asString()).isEqualTo("running");
    }

    private static boolean hasBegun(ServerCaller caller, JsonNode now, String job, String phase) throws Exception {
        if (!now.path("state").asString().equals("running")) {
            return false;
        }
        return now.path("message").asString().contains(phase)
                || caller.get(job + "/log").toString().contains(phase + ": ");
    }

    private static JsonNode awaitEnd(ServerCaller caller, String job) throws Exception {
        JsonNode now = caller.get(job);
        while (now.path("finished_at").isNull()) {
            Thread.sleep(50);
            now = caller.get(job);
        }
        return now;
    }

    private static JsonNode scores(ServerCaller caller, String project, int version) throws Exception {
        String id = caller.get(project + "/versions")
                .path("items")
                .path(version)
                .path("version_id")
                .asString();
        return caller.get(project + "/versions/" + id + "/scores").path("held_out");
    }
}
