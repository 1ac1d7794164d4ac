package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.StandInServer;
import io.loupe.cli.client.StandInServer.Answer;
import io.loupe.cli.client.StandInServer.Received;
import io.loupe.images.ImageEncoding;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.synthetic.SyntheticKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands ask of a server, and what they say of the answers. */
final class ProjectCommandTest {
    private static final String PROJECT = """
            {"project_id":"p1","name":"Caps","description":"","good_images":%d,"defect_images":2,\
            "active_version":%s,"training_job_id":null}""";
    private static final String TRAINED = PROJECT.formatted(1234, "{\"version_id\":\"v1\",\"label\":\"1.2\"}");
    private static final String JOB = """
            {"job_id":"j1","state":"%s","done":%d,"total":40,"message":"scoring held-out pictures","error":%s,\
            "started_at":"2026-01-01T00:00:00Z","finished_at":%s}""";
    private static final String RUNNING = JOB.formatted("running", 7, "null", "null");
    private static final String SUCCEEDED = JOB.formatted("succeeded", 40, "null", "\"2026-01-01T00:00:12.34Z\"");
    private static final String VERSION = """
            {"version_id":"%s","label":"%s","job_id":"%s","good_images":40,"remark":"Taps chosen: mid.","blind_spots":%s,\
            "threshold":{"warn":1.5,"fail":2.0},\
            "promise":{"fail":{"rate":0.01,"pictures":20,"upper_limit":0.139,"extrapolated":true}}}""";

    @AutoClose
    private final StandInServer server = new StandInServer();

    @TempDir
    Path folder;

    private Run run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("project"));
        all.addAll(Arrays.asList(arguments));
        all.addAll(List.of("--server", server.address(), "--key", "secret"));
        return Run.loupe(all.toArray());
    }

    private static String list(String... items) {
        return "{\"items\":[%s],\"next\":null}".formatted(String.join(",", items));
    }

    private Path pictures(String name, int count) throws IOException {
        Path pictures = Files.createDirectory(folder.resolve(name));
        for (int i = 0; i < count; i++) {
            Files.write(
                    pictures.resolve("%02d.png".formatted(i)), ImageEncoding.png(RgbImage.wrap(2, 2, new byte[12])));
        }
        return pictures;
    }

    /** Keeps every file of a form but 19.png. */
    private static Answer uploaded(Received form) {
        return new Answer(
                200,
                Pattern.compile("filename=\"(.+?)\"")
                        .matcher(form.body())
                        .results()
                        .map(name -> name.group(1).equals("19.png")
                                ? "{\"status\":\"refused\",\"error\":{\"detail\":\"'19.png' is damaged.\"}}"
                                : "{\"status\":\"stored\",\"error\":null}")
                        .collect(Collectors.joining(",", "{\"items\":[", "]}")));
    }

    @Test
    void theListSaysWhatJudgesInEachProject() {
        server.answers(
                "GET /api/projects", 200, "{\"items\":[%s],\"next\":\"c1\"}".formatted(PROJECT.formatted(0, "null")));
        server.answers("GET /api/projects", 200, list(TRAINED));
        Run run = run("list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "Caps                             not trained       0 good      2 defects",
                        "Caps                             1.2           1,234 good      2 defects");
        assertThat(server.received())
                .last()
                .satisfies(asked -> assertThat(asked.query()).contains("cursor=c1"));
    }

    @Test
    void whereThereIsNoProjectTheListSaysHowToMakeOne() {
        server.answers("GET /api/projects", 200, list());
        Run run = run("list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("'loupe project create NAME FOLDER' makes one");
    }

    @Test
    void aNewProjectGetsTheGoodPicturesOfFoldersInBatches() throws IOException {
        server.answers("POST /api/projects", 201, PROJECT.formatted(0, "null"));
        server.answers("POST /api/projects/p1/images", new Answer(503, "{}", "1"));
        server.answersAlways("POST /api/projects/p1/images", ProjectCommandTest::uploaded);
        server.answers("GET /api/projects/p1", 200, PROJECT.formatted(24, "null"));
        Run run = run("create", "Caps", pictures("a", 20), pictures("b", 5), "--description", "Line 7");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo(
                        "The project 'Caps' has 24 good pictures and 2 defects; 1 refused." + System.lineSeparator());
        assertThat(run.err()).contains("Refused: '19.png' is damaged.");
        assertThat(server.received().element().body()).contains("\"name\":\"Caps\"", "\"description\":\"Line 7\"");
        assertThat(server.received().stream().filter(asked -> asked.request().endsWith("/images")))
                .as("two batches, one of them sent again")
                .hasSize(3)
                .allSatisfy(asked -> assertThat(asked.body()).contains("name=\"label\"\r\n\r\ngood\r\n"));
    }

    @Test
    void defectsAreAddedWithTheirType() throws IOException {
        server.answersAlways("GET /api/projects", _ -> new Answer(200, list(TRAINED)));
        server.answersAlways("POST /api/projects/p1/images", ProjectCommandTest::uploaded);
        server.answers("GET /api/projects/p1", 200, TRAINED);
        Run run = run("add", "Caps", pictures("dented", 3), "--defect", "dent");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).isEqualTo("The project 'Caps' has 1,234 good pictures and 2 defects.");
        assertThat(server.received().stream().filter(asked -> asked.request().endsWith("/images")))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body())
                        .contains("name=\"label\"\r\n\r\ndefect\r\n", "name=\"defect_type\"\r\n\r\ndent\r\n"));
    }

    @Test
    void whereAllThatIsAddedIsRefusedTheCommandFails() throws IOException {
        Path damaged = folder.resolve("damaged");
        Files.createDirectory(damaged);
        Files.writeString(damaged.resolve("19.png"), "no picture");
        server.answersAlways("GET /api/projects", _ -> new Answer(200, list(TRAINED)));
        server.answersAlways("POST /api/projects/p1/images", ProjectCommandTest::uploaded);
        server.answers("GET /api/projects/p1", 200, TRAINED);
        Run run = run("add", "Caps", damaged);
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("Refused: '19.png' is damaged.");
    }

    @Test
    void ofAFolderThatIsNoneNothingIsMade() {
        Run run = run("create", "Caps", folder.resolve("missing"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.err()).contains("missing is not a folder. Name folders of pictures");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aNameThatIsTakenIsRefusedInTheServersWords() {
        server.answers("POST /api/projects", 409, "{\"detail\":\"There is a project 'Caps' already.\"}");
        Run run = run("create", "Caps");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("There is a project 'Caps' already.");
    }

    @Test
    void aTrainingIsFollowedAndSaysWhatItCameTo() {
        server.answers("GET /api/projects", 200, list(PROJECT.formatted(40, "null")));
        server.answers("POST /api/projects/p1/train", 202, RUNNING);
        server.answers("GET /api/jobs/j1", 200, RUNNING);
        server.answers("GET /api/jobs/j1", 200, SUCCEEDED);
        server.answers(
                "GET /api/projects/p1/versions",
                200,
                list(VERSION.formatted("v2", "2.0", "j2", "null"), VERSION.formatted("v1", "1.0", "j1", "null")));
        Run run = run("train", "Caps", "--taps", "low,mid", "--max-false-reject", "0.02", "--seed", "7");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "Learned from 40 good pictures of 20 parts (pictures that look alike are held out together and"
                                + " count as one) in 12.3 s: version 1.0",
                        "FAIL above 2.000, WARN above 1.500. Promised: at most 1 % of good parts FAIL (extrapolated: too"
                                + " few pictures to see that rate); 20 held-out pictures support at most 13.9 % at 95 %"
                                + " confidence.",
                        "Taps chosen: mid.");
        assertThat(server.received().stream().map(Received::body))
                .contains("{\"taps\":[\"low\",\"mid\"],\"max_false_reject\":0.02,\"seed\":7}");
    }

    @Test
    void everyPhaseOfATrainingIsSaidOnceWhenItIsOver() {
        String over = JOB.formatted("running", 40, "null", "null");
        server.answers("GET /api/projects", 200, list(TRAINED));
        server.answers("POST /api/projects/p1/train", 202, RUNNING);
        server.answers("GET /api/jobs/j1", 200, over);
        server.answers("GET /api/jobs/j1", 200, over);
        server.answers("GET /api/jobs/j1", 200, over.replace("scoring held-out pictures", "keeping the model"));
        server.answers("GET /api/jobs/j1", 200, SUCCEEDED);
        server.answers("GET /api/projects/p1/versions", 200, list(VERSION.formatted("v1", "1.0", "j1", "null")));
        assertThat(run("train", "Caps").err().lines())
                .singleElement()
                .asString()
                .startsWith("scoring held-out pictures: 40 in ");
    }

    @Test
    void blindSpotsAreSaidInPixelsOfATypicalGoodPicture() {
        server.answers("GET /api/projects", 200, list(TRAINED));
        server.answers("POST /api/projects/p1/train", 202, SUCCEEDED);
        String kinds = Arrays.stream(SyntheticKind.values())
                .map(kind -> "\"%s\":{\"size\":%s,\"low\":0.01,\"high\":null}"
                        .formatted(
                                kind.name().toLowerCase(Locale.ROOT), kind == SyntheticKind.SCRATCH ? "0.02" : "null"))
                .collect(Collectors.joining(","));
        String spots = """
                {"trials":600,"overall":{"size":0.05,"low":0.04,"high":0.06},"kinds":{%s},"side":8,"cells":[%s]}""".formatted(kinds, String.join(",", Collections.nCopies(64, "null")));
        server.answers("GET /api/projects/p1/versions", 200, list(VERSION.formatted("v1", "1.0", "j1", spots)));
        server.answers(
                "GET /api/projects/p1/images",
                200,
                list("{\"width\":100,\"height\":400}", "{\"width\":10,\"height\":10}"));
        assertThat(run("train", "Caps").out().lines())
                .hasSize(5)
                .contains(
                        "Painted defects FAIL 95 times in 100 from 10 px on (5.0 % of the side; 90 % sure: 8 px to 12 px).")
                .last()
                .asString()
                .startsWith("Easiest first: scratch 4 px, ");
    }

    @Test
    void aTrainingThatFailsSaysWhy() {
        server.answers("GET /api/projects", 200, list(TRAINED));
        String failed = JOB.formatted("failed", 1, "\"Learning needs 2 pictures.\"", "\"2026-01-01T00:00:00Z\"");
        server.answers("POST /api/projects/p1/train", 202, failed);
        Run run = run("train", "Caps");
        assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
        assertThat(run.out()).contains("Learning needs 2 pictures.");
    }

    @Test
    void aProjectThatIsNotThereIsNamed() {
        server.answers("GET /api/projects", 200, list(TRAINED));
        Run run = run("train", "caps");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("There is no project 'caps' here. 'loupe project list' shows all of them");
    }
}
