package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.client.StandInServer;
import io.loupe.images.ImageEncoding;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code loupe inspect --project} asks of a server, and what it says of the answers. */
final class ProjectInspectionTest {
    private static final String ITEMS = """
            {"items":[
              {"filename":"a.png","sequence":1,"verdict":"FAIL","score":2.718281828459045,"threshold":2.0,
               "warn_threshold":1.5,"score_ratio":1.3591409142295225,"p_value":0.02,"anomalous_share":0.25,
               "regions":[{"box":{"x":1,"y":2,"width":3,"height":4},"area":12,"area_share":0.25,"score":3.5,
                 "nearest":[{"image_id":"i1","name":"good.png","box":{"x":5,"y":6,"width":7,"height":8}}]}],
               "timings":{"read_ms":1.0,"total_ms":12.5},"error":null},
              {"filename":"b.png","verdict":null,"regions":[],
               "error":{"code":"invalid_content","detail":"'b.png' is damaged."}}]}""";

    @AutoClose
    private final StandInServer server = new StandInServer();

    @TempDir
    Path folder;

    @BeforeEach
    void makePictures() throws IOException {
        byte[] picture = ImageEncoding.png(RgbImage.wrap(2, 2, new byte[12]));
        Files.write(folder.resolve("a.png"), picture);
        Files.write(folder.resolve("b.png"), picture);
        server.answers(
                "GET /api/projects", 200, "{\"items\":[{\"project_id\":\"p1\",\"name\":\"Caps\"}],\"next\":null}");
    }

    private Run run(Object... more) {
        List<Object> all = new ArrayList<>(List.of(
                "inspect", "--server", server.address(), "--key", "secret", "--project", "Caps", "--image", folder));
        all.addAll(Arrays.asList(more));
        return Run.loupe(all.toArray());
    }

    @Test
    void verdictsAreSaidAsThoseOfAModelHere() {
        server.answers("POST /api/projects/p1/inspect", 200, ITEMS);
        Run run = run();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "FAIL    1.36 x fail  %s  (1 regions, 13 ms)".formatted(folder.resolve("a.png")),
                        "ERROR            'b.png' is damaged.");
        assertThat(server.requests()).containsExactly("GET /api/projects", "POST /api/projects/p1/inspect");
    }

    @Test
    void theJsonIsThatOfAModelHere() {
        server.answers("POST /api/projects/p1/inspect", 200, ITEMS);
        Run run = run("--json", "-");
        assertThat(run.out())
                .isEqualToIgnoringWhitespace("""
                {"items":[
                  {"file":"%s","verdict":"FAIL","score":2.718281828459045,"threshold":2.0,
                   "score_ratio":1.3591409142295225,"anomalous_share":0.25,
                   "regions":[{"box":[1,2,3,4],"area":12,"area_share":0.25,"score":3.5,
                     "nearest":[{"image":"good.png","box":[5,6,7,8]}]}],
                   "milliseconds":12.5,"error":null},
                  {"file":"%s","verdict":null,"score":null,"threshold":null,"score_ratio":null,
                   "anomalous_share":null,"regions":[],"milliseconds":null,"error":"'b.png'isdamaged."}]}""".formatted(folder.resolve("a.png"), folder.resolve("b.png")));
    }

    @Test
    void aProjectWithoutAModelIsRefusedInTheServersWords() {
        server.answers("POST /api/projects/p1/inspect", 409, "{\"detail\":\"'Caps' is not trained yet.\"}");
        Run run = run();
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("'Caps' is not trained yet.");
    }

    @Test
    void whatBelongsToAModelHereIsNotForAProject() {
        Run run = run("--threshold", "3");
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--threshold goes with --model. A project judges by its own threshold");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServerIsNamedWithAProject() {
        Run run = Run.loupe("inspect", "--server", server.address(), "--image", folder);
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--project=NAME");
    }
}
