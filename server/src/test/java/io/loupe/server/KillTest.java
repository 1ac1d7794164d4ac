package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.Parts;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.postgres.SharedPostgres;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.Detector;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kills a whole server, PostgreSQL and all, while many work with it, and looks at what is left: everything that it said it
 * did, and nothing that belongs to nobody. How often is said by {@code -Dloupe.kills}; {@code tools/kill-test} does it
 * twenty times.
 */
final class KillTest {
    private static final int KILLS = Integer.getInteger("loupe.kills", 1);
    private static final String PASSWORD = "a password of kills";
    private static final Map<String, String> SETTINGS = Map.of(
            "LOUPE_PORT",
            "0",
            "LOUPE_ADMIN_EMAIL",
            "first@example.org",
            "LOUPE_ADMIN_PASSWORD",
            PASSWORD,
            "LOUPE_LIMITS_REQUESTS_PER_MINUTE",
            "10000000",
            "LOUPE_MODELS_ENCODER",
            "filter-bank");

    @TempDir(factory = EnterableFolder.class)
    Path data;

    private final HttpClient http = HttpClient.newHttpClient();
    private final KillLoad load = new KillLoad();
    private String key = "";

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
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void whatAKilledServerSaidIsTrueAndNothingElseIsLeft() throws Exception {
        Random pauses = new Random(KILLS);
        for (int kill = 0; kill < KILLS; kill++) {
            ServerProcess server = ServerProcess.start(data, SETTINGS);
            if (key.isEmpty()) {
                key = makeKey(server.address());
                load.project = makeProject(server.address());
            }
            List<Thread> callers = load.start(new KillLoad.Server(server.address(), key));
            awaitSomeWork(load.stored.size() + 20, kill + 1, load.trainings.size() + 1);
            Thread.sleep(pauses.nextInt(3_000));
            server.kill();
            for (Thread caller : callers) {
                caller.join();
            }
        }
        try (LoupeServer server = LoupeServer.start(Settings.read(data, SETTINGS, Map.of()))) {
            awaitJobs(server.address(), load.imports.keySet());
            awaitJobs(server.address(), load.inspections.keySet());
            awaitJobs(server.address(), load.trainings.keySet());
            everyTrainingMadeOneVersion(server.address());
            everythingThatWasSaidIsTrue(server.address());
            everyVerdictIsWhereItWasAndTheChainIsWhole(server.address());
            nothingIsLeftOver(server);
            theIndexHasThePicturesAndNoOthers(server.address());
        }
    }

    private void awaitSomeWork(int stored, int imports, int trainings) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(5));
        int verdicts = load.verdicts.size() + 10;
        while (load.stored.size() < stored
                || load.imports.size() < imports
                || load.inspections.size() < imports
                || load.trainings.size() < trainings
                || load.verdicts.size() < verdicts) {
            assertThat(Instant.now())
                    .as(
                            "%d pictures stored, %d imports, %d inspections and %d trainings begun, %d verdicts",
                            load.stored.size(),
                            load.imports.size(),
                            load.inspections.size(),
                            load.trainings.size(),
                            load.verdicts.size())
                    .isBefore(end);
            Thread.sleep(50);
        }
    }

    private String makeKey(URI server) throws IOException, InterruptedException {
        String token = send(
                        server, "/api/auth/login", Map.of("email", "first@example.org", "password", PASSWORD), Map.of())
                .path("access_token")
                .asString();
        return send(
                        server,
                        "/api/keys",
                        Map.of("name", "load", "role", "administrator"),
                        Map.of("Authorization", "Bearer " + token))
                .path("secret")
                .asString();
    }

    /** A project that judges by a model that was brought. */
    private String makeProject(URI server) throws IOException, InterruptedException {
        KillLoad.Server known = new KillLoad.Server(server, key);
        String project = "/api/projects/"
                + load.post(known, "/api/projects", Map.of("name", "plates"))
                        .path("project_id")
                        .asString();
        Path model = data.resolve("plates.loupe");
        try (Detector detector = Parts.train()) {
            detector.save(model);
        }
        Form form = new Form().file("file", "plates.loupe", Files.readAllBytes(model));
        String version =
                load.post(known, project + "/versions", form).path("version_id").asString();
        load.post(known, project + "/versions/" + version + "/activate", Map.of());
        return project;
    }

    private void everyVerdictIsWhereItWasAndTheChainIsWhole(URI server) throws IOException, InterruptedException {
        JsonNode report = get(server, load.project + "/history/verify");
        assertThat(report.path("valid").asBoolean()).as(report.toPrettyString()).isTrue();
        for (Map.Entry<Long, String> said : load.verdicts.entrySet()) {
            assertThat(KillLoad.said(get(server, load.project + "/history/" + said.getKey())))
                    .as("verdict %d", said.getKey())
                    .isEqualTo(said.getValue());
        }
        for (Map.Entry<String, Integer> inspection : load.inspections.entrySet()) {
            JsonNode items = get(server, "%s/history?limit=500&job_id=%s".formatted(load.project, inspection.getKey()))
                    .path("items");
            assertThat(items.valueStream().map(item -> item.path("filename").asString()))
                    .as("inspection %s", inspection.getKey())
                    .doesNotHaveDuplicates()
                    .hasSize(inspection.getValue());
        }
    }

    private JsonNode send(URI server, String path, Object body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(new JsonMapper().writeValueAsString(body)));
        headers.forEach(request::header);
        return new JsonMapper()
                .readTree(http.send(request.build(), BodyHandlers.ofString()).body());
    }

    private JsonNode get(URI server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("X-API-Key", key)
                .build();
        return new JsonMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }

    private void awaitJobs(URI server, Set<String> jobs) throws IOException, InterruptedException {
        for (String job : jobs) {
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/jobs/%s/events".formatted(job)))
                    .header("X-API-Key", key)
                    .build();
            http.send(request, BodyHandlers.discarding()); // ends with the job
            assertThat(get(server, "/api/jobs/" + job).path("state").asString())
                    .as("job %s", job)
                    .isEqualTo("succeeded");
        }
    }

    private void everyTrainingMadeOneVersion(URI server) throws IOException, InterruptedException {
        for (Map.Entry<String, String> training : load.trainings.entrySet()) {
            JsonNode versions = get(server, training.getValue() + "/versions").path("items");
            assertThat(versions.valueStream()
                            .map(version -> version.path("job_id").asString()))
                    .as("versions of %s", training.getValue())
                    .containsExactly(training.getKey());
        }
    }

    private void everythingThatWasSaidIsTrue(URI server) throws IOException, InterruptedException {
        for (Map.Entry<String, String> said : load.stored.entrySet()) {
            String id = said.getKey();
            JsonNode image = get(server, "/api/images/" + id);
            assertThat(image.path("sha256").asString("")).as("picture %s", id).isEqualTo(said.getValue());
            assertThat(image.path("tags").valueStream().map(JsonNode::asString))
                    .containsAll(load.tagged.getOrDefault(id, Set.of()));
            assertThat(image.path("trashed_at").isNull() && load.trashed.contains(id))
                    .as("picture %s came back from the trash", id)
                    .isFalse();
        }
    }

    private JdbcClient database() {
        return EmbeddedPostgres.findRunning(data.resolve("postgres"))
                .map(running ->
                        JdbcClient.create(DatabaseAddress.ownerOf(running).unpooled()))
                .orElseThrow();
    }

    private void theIndexHasThePicturesAndNoOthers(URI server) throws IOException, InterruptedException {
        JsonNode index = get(server, "/api/index");
        while (index.path("behind").asLong() > 0
                || !index.path("state").asString().equals("ready")) {
            Thread.sleep(100);
            index = get(server, "/api/index");
        }
        Set<String> live = strings(database(), "SELECT id::text FROM image WHERE trashed_at IS NULL");
        assertThat(index.path("size").asInt()).as("vectors in the index").isEqualTo(live.size());
        assertThat(load.searches).as("searches that were answered").hasPositiveValue();
    }

    private void nothingIsLeftOver(LoupeServer server) throws IOException {
        JdbcClient jdbc = database();
        TenantId tenant =
                new TenantId(jdbc.sql("SELECT id FROM tenant").query(UUID.class).single());

        Set<String> hashes = strings(jdbc, "SELECT sha256 FROM image");
        assertThat(hashes)
                .as("pictures of imports")
                .containsAll(
                        load.imports.values().stream().flatMap(List::stream).toList());
        assertThat(strings(jdbc, "SELECT id::text FROM image EXCEPT SELECT image_id::text FROM image_embedding"))
                .as("pictures without a vector")
                .isEmpty();
        assertThat(strings(jdbc, "SELECT task_instance FROM scheduled_tasks WHERE task_name = 'job'"))
                .as("jobs that wait though all are done")
                .isEmpty();

        Set<String> named = new TreeSet<>(hashes);
        named.addAll(strings(jdbc, "SELECT thumbnail_sha256 FROM image"));
        named.addAll(strings(jdbc, "SELECT picture_sha256 FROM verdict"));
        named.addAll(strings(jdbc, "SELECT sha256 FROM model_version"));
        Set<String> kept = objects(tenant);
        assertThat(kept).as("objects").containsAll(named);
        server.bean(ObjectSweep.class)
                .removeUnused(tenant, kept.stream().map(ObjectKey::new).collect(Collectors.toSet()));
        assertThat(objects(tenant)).as("objects after the sweep").isEqualTo(named);
        assertThat(data.resolve("objects/incoming")).isEmptyDirectory();
        assertThat(data.resolve("uploads")).isEmptyDirectory();
    }

    private static Set<String> strings(JdbcClient jdbc, String query) {
        return new HashSet<>(jdbc.sql(query).query((row, _) -> row.getString(1)).list());
    }

    private Set<String> objects(TenantId tenant) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("objects").resolve(tenant.toString()))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
