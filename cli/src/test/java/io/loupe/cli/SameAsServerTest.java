package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import io.loupe.images.ImageFiles;
import io.loupe.server.LoupeServer;
import io.loupe.server.platform.settings.Settings;
import io.loupe.testkit.TestData;
import io.loupe.vision.Detector;
import io.loupe.vision.encoder.EncoderSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server learns and scores what the commands do, to the last bit. */
final class SameAsServerTest {
    private static final String EMAIL = "ada@example.org";
    private static final String PASSWORD = "a password of tests";

    @TempDir(cleanup = CleanupMode.NEVER) // the server leaves it with its last breath
    private static Path data;

    private static LoupeServer server;
    private static ServerClient client;

    @TempDir
    Path folder;

    /** What somebody says of a training, to a command and to a server. */
    private record Choices(List<String> ofCommand, Map<String, Object> ofServer) {
        static final Choices QUICK = new Choices(
                List.of("--size", "128", "--blind-spot-trials", "0"), Map.of("size", 128, "blind_spot_trials", 0));
        static final Choices USUAL = new Choices(List.of("--blind-spot-trials", "0"), Map.of("blind_spot_trials", 0));
    }

    @BeforeAll
    static void start() throws IOException {
        // Entered by the database's account, too, which is another one when the tests run as root.
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Map<String, String> settings =
                Map.of("LOUPE_PORT", "0", "LOUPE_ADMIN_EMAIL", EMAIL, "LOUPE_ADMIN_PASSWORD", PASSWORD);
        server = LoupeServer.start(Settings.read(data, settings, Map.of()));
        try (ServerClient person = ServerClient.signedIn(server.address(), EMAIL, PASSWORD)) {
            String key = person.post("/api/keys", Map.of("name", "tests", "role", "administrator"))
                    .path("secret")
                    .asText();
            client = ServerClient.withKey(server.address(), key);
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"transistor", "magnetic_tile"})
    void aFewPicturesScoreTheSame(String category) throws IOException {
        compare(few(TestData.require("data/anomaly/" + category), 4, 1), Choices.QUICK);
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "loupe.timed", matches = ".*")
    @ValueSource(strings = {"transistor", "magnetic_tile"})
    void allPicturesScoreTheSame(String category) throws IOException {
        compare(TestData.require("data/anomaly/" + category), Choices.USUAL);
    }

    /** The first pictures of a category. */
    private Path few(Path category, int good, int ofEachType) throws IOException {
        Path part = folder.resolve(category.getFileName());
        copy(category.resolve("train/good"), part.resolve("train/good"), good);
        for (Path type : foldersIn(category.resolve("test"))) {
            copy(type, part.resolve("test").resolve(type.getFileName()), ofEachType);
        }
        return part;
    }

    private static void copy(Path from, Path to, int count) throws IOException {
        Files.createDirectories(to);
        for (Path picture : ImageFiles.list(from).stream().limit(count).toList()) {
            Files.copy(picture, to.resolve(picture.getFileName()));
        }
    }

    private static List<Path> foldersIn(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void compare(Path category, Choices choices) throws IOException {
        List<Path> types = foldersIn(category.resolve("test"));
        JsonNode ofServer = scoresOfServer(category, types, choices);
        Path model = folder.resolve("model.loupe");
        Run run = Run.loupe(Stream.concat(
                        Stream.of("train", "--good", category.resolve("train/good"), "--out", model),
                        choices.ofCommand().stream())
                .toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
        Map<String, Double> tested = new TreeMap<>();
        ofServer.path("defects")
                .forEach(defect -> tested.put(
                        defect.path("type").asText() + "/" + defect.path("file").asText(),
                        defect.path("score").asDouble()));
        assertThat(tested).isEqualTo(scoresOfCommands(model, types));
        try (Detector detector = Detector.load(model, EncoderSettings.defaults().withThreads(1))) {
            assertThat(doubles(ofServer.path("held_out")))
                    .containsExactly(detector.heldOutScores().imageLevelScores());
            assertThat(ofServer.path("threshold").path("fail").asDouble())
                    .isEqualTo(detector.threshold().failScore());
            Path picture = ImageFiles.list(types.getLast()).getFirst();
            assertThat(detector.inspect(ImageFiles.read(picture)).score())
                    .as("on one thread, as a server judges")
                    .isEqualTo(tested.get(types.getLast().getFileName() + "/" + picture.getFileName()));
        }
    }

    private static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.path(i).asDouble();
        }
        return values;
    }

    /** By type and file. */
    private Map<String, Double> scoresOfCommands(Path model, List<Path> types) throws IOException {
        Map<String, Double> scores = new TreeMap<>();
        Path json = folder.resolve("scores.json");
        for (Path type : types) {
            Run run = Run.loupe("inspect", "--model", model, "--image", type, "--no-save", "--json", json);
            assertThat(run.exitCode()).as(run.err()).isZero();
            JsonMapper.builder()
                    .build()
                    .readTree(json.toFile())
                    .path("items")
                    .forEach(item -> scores.put(
                            type.getFileName() + "/"
                                    + Path.of(item.path("file").asText()).getFileName(),
                            item.path("score").asDouble()));
        }
        return scores;
    }

    /** As the server answers, each defect with its type and the name of its file. Good test pictures are called defects. */
    private static JsonNode scoresOfServer(Path category, List<Path> types, Choices choices) {
        String project = "/api/projects/"
                + client.post("/api/projects", Map.of("name", category.getFileName() + " " + choices.ofServer()))
                        .path("project_id")
                        .asText();
        send(project, category.resolve("train/good"), Map.of("label", "good"));
        for (Path type : types) {
            send(
                    project,
                    type,
                    Map.of("label", "defect", "defect_type", type.getFileName().toString()));
        }
        String job = "/api/jobs/"
                + client.post(project + "/train", choices.ofServer())
                        .path("job_id")
                        .asText();
        assertThat(awaitEnd(job).path("state").asText()).isEqualTo("succeeded");
        String version =
                client.get(project).path("active_version").path("version_id").asText();
        JsonNode scores = client.get(project + "/versions/" + version + "/scores");
        Map<String, JsonNode> images = new HashMap<>();
        client.get(project + "/images?limit=500&label=defect")
                .path("items")
                .forEach(image -> images.put(image.path("image_id").asText(), image));
        scores.path("defects").forEach(defect -> {
            JsonNode image =
                    Objects.requireNonNull(images.get(defect.path("image_id").asText()));
            ((ObjectNode) defect)
                    .put("type", image.path("defect_type").asText())
                    .put("file", image.path("name").asText());
        });
        return scores;
    }

    private static void send(String project, Path folder, Map<String, String> fields) {
        List<UploadedFile> files = ImageFiles.list(folder).stream()
                .map(file -> UploadedFile.of(file.getFileName().toString(), file))
                .toList();
        for (int from = 0; from < files.size(); from += 50) {
            client.upload(
                    project + "/images",
                    files.subList(from, Math.min(files.size(), from + 50)),
                    List.copyOf(fields.entrySet()));
        }
    }

    private static JsonNode awaitEnd(String job) {
        JsonNode now = client.get(job);
        while (now.path("finished_at").isNull()) {
            pause();
            now = client.get(job);
        }
        return now;
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
