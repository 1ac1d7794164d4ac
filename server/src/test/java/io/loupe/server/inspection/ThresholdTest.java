package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.vision.threshold.Calibration;
import io.loupe.vision.threshold.FalseRejectRates;
import io.loupe.vision.threshold.Threshold;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ThresholdTest {
    private final TrainedProject project = new TrainedProject();
    private String path = "";

    /** PASS and FAIL. */
    @BeforeEach
    void inspectTwoParts() {
        String version = project.api
                .get(project.path)
                .body()
                .path("active_version")
                .path("version_id")
                .asString();
        path = project.path + "/versions/" + version + "/threshold";
        project.inspect(new Form()
                .file("files", "good.png", Parts.goodPng(30))
                .file("files", "bad.png", Parts.scratchedPng(31)));
    }

    private Answer move(Map<String, Object> choice) {
        return project.api.send("PUT", path, choice);
    }

    @Test
    void aRateIsPromisedAsFarAsTheGoodPicturesSupportIt() {
        Threshold expected =
                Calibration.calibrate(TrainedProject.DETECTOR.heldOutScores(), FalseRejectRates.failing(0.2));
        JsonNode preview = project.api.get(path + "?rate=0.2").body();
        assertThat(preview.path("threshold").path("fail").asDouble()).isEqualTo(expected.failScore());
        assertThat(preview.path("threshold").path("by").asString()).isEqualTo("rate");
        assertThat(preview.path("promise").path("fail").path("rate").asDouble()).isEqualTo(0.2);
        assertThat(preview.path("supported").asString())
                .startsWith("With 12 good parts you can claim that at most ")
                .endsWith(" % of good parts fail, with 95 % confidence.");
        JsonNode bands = preview.path("bands").path("held_out");
        assertThat(bands.path("pass").asInt()
                        + bands.path("warn").asInt()
                        + bands.path("fail").asInt())
                .isEqualTo(Parts.LEARNED);
    }

    @Test
    void verdictsThatWouldBeAnotherOneAreShown() {
        JsonNode lax = project.api.get(path + "?fail=1e9").body().path("flips");
        assertThat(lax.path("examined").asInt()).isEqualTo(2);
        assertThat(lax.path("counts").path("to_warn").asInt()
                        + lax.path("counts").path("to_pass").asInt())
                .isEqualTo(1);
        assertThat(lax.path("counts").path("to_fail").asInt()).isZero();
        JsonNode strict = project.api.get(path + "?fail=0").body().path("flips");
        assertThat(strict.path("to_fail")
                        .valueStream()
                        .map(item -> item.path("filename").asString()))
                .containsExactly("good.png");
    }

    @Test
    void aMovedThresholdJudgesFromThenOnAndCanBeReset() {
        Answer moved = move(Map.of("fail", 1e9));
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        assertThat(moved.body().path("threshold").path("revision").asInt()).isEqualTo(1);
        JsonNode item = project.inspect("bad.png", Parts.scratchedPng(31));
        assertThat(item.path("verdict").asString()).isEqualTo("WARN");
        assertThat(item.path("threshold_revision").asInt()).isEqualTo(1);
        assertThat(project.get("/history/2").text("verdict"))
                .as("what was said stays")
                .isEqualTo("FAIL");

        Answer reset = move(Map.of("reset", true));
        assertThat(reset.body().path("threshold").path("fail").asDouble())
                .isEqualTo(TrainedProject.DETECTOR.threshold().failScore());
        assertThat(reset.body().path("threshold").path("by").asString()).isEqualTo("training");
        assertThat(project.inspect("bad.png", Parts.scratchedPng(31))
                        .path("verdict")
                        .asString())
                .isEqualTo("FAIL");
    }

    @Test
    void whatMakesNoThresholdIsRefused() {
        for (Map<String, Object> choice : List.<Map<String, Object>>of(Map.of(), Map.of("rate", 0.1, "fail", 2))) {
            assertThat(move(choice).status()).as("%s", choice).isEqualTo(400);
        }
        for (double rate : new double[] {0, 0.5, -1}) {
            assertThat(move(Map.of("rate", rate)).status()).isEqualTo(422);
        }
    }
}
