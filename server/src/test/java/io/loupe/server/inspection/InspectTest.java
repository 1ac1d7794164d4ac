package io.loupe.server.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.images.ImageLimits;
import io.loupe.report.HeatScale;
import io.loupe.report.Heatmap;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestServer;
import io.loupe.vision.Inspection;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class InspectTest {
    private final TrainedProject project = new TrainedProject();

    private static HttpResponse<byte[]> open(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TestServer.address().resolve(address))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private static RgbImage picture(JsonNode item, String field) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = open(item.path(field).asString());
        assertThat(answer.statusCode()).as(field).isEqualTo(200);
        return ImageFiles.read(field, answer.body(), ImageLimits.DEFAULT);
    }

    @Test
    void scoresAreThoseOfTheModelAloneToTheLastDigit() {
        Inspection alone = TrainedProject.DETECTOR.inspect(Parts.scratched(50));
        JsonNode item = project.inspect("part 50.png", Parts.scratchedPng(50));
        assertThat(item.path("verdict").asString())
                .isEqualTo("FAIL")
                .isEqualTo(alone.verdict().name());
        assertThat(item.path("score").asDouble()).isEqualTo(alone.score());
        assertThat(item.path("threshold").asDouble())
                .isEqualTo(alone.threshold().failScore());
        assertThat(item.path("warn_threshold").asDouble())
                .isEqualTo(alone.threshold().warnScore());
        assertThat(item.path("score_ratio").asDouble()).isEqualTo(alone.scoreRatio());
        assertThat(item.path("anomalous_share").asDouble()).isEqualTo(alone.anomalousShare());
        assertThat(item.path("p_value").asDouble())
                .as("no good part scored as high")
                .isEqualTo(1.0 / (Parts.LEARNED + 1));
        assertThat(item.path("model_version").asString()).isEqualTo("1.0");
        assertThat(item.path("filename").asString()).isEqualTo("part 50.png");
        assertThat(item.path("sequence").asLong()).isEqualTo(1);
        assertThat(item.path("width").asInt()).isEqualTo(96);
        assertThat(item.path("error").isNull()).isTrue();
        assertThat(item.path("timings").propertyNames())
                .containsExactly("read_ms", "prepare_ms", "encode_ms", "score_ms", "map_ms", "total_ms");
    }

    @Test
    void aGoodPartPassesAndHasNoPlaces() {
        JsonNode item = project.inspect("good.png", Parts.goodPng(60));
        assertThat(item.path("verdict").asString()).isEqualTo("PASS");
        assertThat(item.path("p_value").asDouble()).isGreaterThan(1.0 / (Parts.LEARNED + 1));
        assertThat(item.path("regions")).isEmpty();
    }

    @Test
    void aDefectIsShownBesideWhatShouldHaveBeenThere() throws Exception {
        JsonNode region = project.inspect("bad.png", Parts.scratchedPng(51))
                .path("regions")
                .path(0);
        assertThat(region.path("box").path("x").asInt()).isBetween(10, 60);
        assertThat(region.path("area").asInt()).isPositive();
        assertThat(region.path("area_share").asDouble()).isBetween(0.0, 1.0);
        assertThat(region.path("nearest")).hasSize(3);
        JsonNode nearest = region.path("nearest").path(0);
        assertThat(nearest.path("name").asString()).startsWith("good-");
        JsonNode image = project.api
                .get("/api/images/" + nearest.path("image_id").asString())
                .body();
        assertThat(image.path("name").asString()).isEqualTo(nearest.path("name").asString());
        assertThat(picture(nearest, "picture_url").width()).isEqualTo(96);
    }

    @Test
    void itsPicturesAreDrawnAsTheyWouldHaveBeenAtOnce() throws Exception {
        RgbImage part = Parts.scratched(52);
        Inspection live = TrainedProject.DETECTOR.inspect(part);
        JsonNode item = project.inspect("bad.png", ImageEncoding.png(part));
        assertThat(picture(item, "picture_url")).isEqualTo(part);
        assertThat(picture(item, "heatmap_url"))
                .isEqualTo(Heatmap.render(
                        live.map(), HeatScale.ofPixelScore(live.threshold().pixelScore())));
        RgbImage mask = picture(item, "mask_url");
        for (int row = 0; row < mask.height(); row++) {
            for (int column = 0; column < mask.width(); column++) {
                assertThat(mask.at(row, column, 0)).isEqualTo(live.mask().at(row, column) ? 255 : 0);
            }
        }
        assertThat(picture(item, "overlay_url").pixels())
                .hasSameSizeAs(part.pixels())
                .isNotEqualTo(part.pixels());
    }

    @Test
    void listsHaveASmallPicture() throws Exception {
        RgbImage large = Resampler.resize(Parts.scratched(53), 300, 600, Resampling.BILINEAR);
        JsonNode item = project.inspect("large.png", ImageEncoding.png(large));
        RgbImage small = picture(item, "preview_url");
        assertThat(small.width()).isEqualTo(256);
        assertThat(small.height()).isEqualTo(128);
        RgbImage expected = Resampler.resize(large, 128, 256, Resampling.BICUBIC);
        assertThat(IntStream.range(0, expected.pixels().length)
                        .mapToDouble(i -> Math.abs((expected.pixels()[i] & 0xff) - (small.pixels()[i] & 0xff)))
                        .average())
                .as("mean difference, since it is compressed")
                .hasValueCloseTo(0.0, within(6.0));
        HttpResponse<byte[]> answer = open(item.path("preview_url").asString());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).matches("image/(webp|jpeg)");
    }

    @Test
    void theirAddressesOpenNothingElse() throws Exception {
        JsonNode first = project.inspect("a.png", Parts.goodPng(61));
        project.inspect("b.png", Parts.goodPng(62));
        String address = first.path("heatmap_url").asString();
        for (String changed : List.of(
                address.replace("/1/heatmap", "/2/heatmap"),
                address.replace("heatmap", "overlay"),
                address.replace(project.tenant.toString(), new TrainedProject().tenant.toString()),
                address.replaceFirst("expires=\\d+", "expires=" + Long.MAX_VALUE))) {
            assertThat(open(changed).statusCode()).as(changed).isEqualTo(403);
        }
        Answer again = Api.asNobody()
                .with(
                        "If-None-Match",
                        open(address).headers().firstValue("ETag").orElseThrow())
                .get(address);
        assertThat(again.status()).isEqualTo(304);
    }

    @Test
    void oneBadFileDoesNotStopTheOthersAndIsNoVerdict() {
        JsonNode items = project.inspect(new Form()
                .file("files", "a.png", Parts.goodPng(63))
                .file("files", "page.png", "<html>".getBytes(StandardCharsets.UTF_8))
                .file("files", "empty.png", new byte[0])
                .file("files", "b.png", Parts.scratchedPng(64)));
        assertThat(items.valueStream().map(item -> item.path("verdict").asString("")))
                .containsExactly("PASS", "", "", "FAIL");
        assertThat(items.path(1).path("error").path("code").asString()).isEqualTo("wrong_content_type");
        assertThat(items.path(1).path("error").path("detail").asString()).contains("'page.png'");
        assertThat(items.path(3).path("sequence").asLong()).isEqualTo(2);
        assertThat(project.get("/history").body().path("items")).hasSize(2);
    }

    @Test
    void manyAtATimeGetSequencesWithoutGaps() throws Exception {
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = IntStream.range(0, 8)
                    .mapToObj(client -> clients.submit(() -> project.inspect(new Form()
                            .file("files", client + "-a.png", Parts.goodPng(100 + client))
                            .file("files", client + "-b.png", Parts.scratchedPng(200 + client)))))
                    .toList();
            List<Long> sequences = new ArrayList<>();
            for (Future<JsonNode> answer : answers) {
                JsonNode items = answer.get();
                assertThat(items.path(0).path("sequence").asLong() + 1)
                        .as("one request's verdicts stand together")
                        .isEqualTo(items.path(1).path("sequence").asLong());
                items.forEach(item -> sequences.add(item.path("sequence").asLong()));
            }
            assertThat(sequences)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 16).boxed().toList());
        }
        assertThat(project.get("/history/verify").body().path("valid").asBoolean())
                .isTrue();
    }

    @Test
    void whatJudgesIsKnownHoweverItCameToDoSo() {
        JsonNode before = project.inspect("a.png", Parts.goodPng(67));
        String added = project.addVersion().label(); // as another node does it
        JsonNode after = project.inspect("a.png", Parts.goodPng(67));
        assertThat(before.path("model_version").asString()).isNotEqualTo(added);
        assertThat(after.path("model_version").asString()).isEqualTo(added);
        assertThat(after.path("sequence").asLong())
                .as("judged twice, kept once")
                .isEqualTo(before.path("sequence").asLong() + 1);
    }

    @Test
    void aProjectThatJudgedAMomentAgoIsGoneOnceItIsDeleted() {
        project.inspect("a.png", Parts.goodPng(68));
        assertThat(project.api.delete(project.path + "?name=plates").status()).isEqualTo(204);
        for (byte[] file : List.of(Parts.goodPng(68), "no picture".getBytes(UTF_8))) {
            assertThat(project.api
                            .post(project.path + "/inspect", new Form().file("files", "a.png", file))
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void nothingJudgesBeforeTheFirstVersion() {
        String path = "/api/projects/"
                + project.api.post("/api/projects", Map.of("name", "untrained")).text("project_id");
        Answer answer = project.api.post(path + "/inspect", new Form().file("files", "a.png", Parts.goodPng(1)));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).contains("Train it");
    }

    @Test
    void anotherTenantFindsNothing() {
        project.inspect("a.png", Parts.goodPng(65));
        Api other = Api.ofNewTenant();
        assertThat(other.post(project.path + "/inspect", new Form().file("files", "a.png", Parts.goodPng(1)))
                        .status())
                .isEqualTo(404);
        for (String below : List.of("/history", "/history/1", "/history/export", "/history/verify")) {
            assertThat(other.get(project.path + below).status()).as(below).isEqualTo(404);
        }
    }

    @Test
    void inspectedPicturesDoNotFillTheLibrary() {
        project.inspect("a.png", Parts.goodPng(66));
        assertThat(project.api.get("/api/library").body().path("pictures").asInt())
                .isEqualTo(Parts.LEARNED);
    }
}
