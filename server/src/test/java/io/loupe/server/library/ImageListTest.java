package io.loupe.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class ImageListTest {
    private final Api operator = Api.ofNewTenant();
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void bringSomePictures() {
        for (int i = 0; i < 7; i++) {
            ids.add(bring(i, i % 2 == 0 ? "even" : "odd"));
        }
    }

    private String bring(int number, String tag) {
        Form form = new Form()
                .file("files", "%d.png".formatted(number), TestPictures.png(100 + number))
                .text("tags", tag);
        return operator.post("/api/images", form)
                .body()
                .path("items")
                .path(0)
                .path("image_id")
                .asString();
    }

    private static List<String> idsOf(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(image -> image.path("image_id").asString())
                .toList();
    }

    private JsonNode list(String query) {
        Answer answer = operator.get("/api/images?" + query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body();
    }

    private static String filter(String json) {
        return "filter=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    @Test
    void theNewestComeFirst() {
        assertThat(idsOf(list(""))).isEqualTo(ids.reversed());
        assertThat(idsOf(list("sort=created_at"))).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created_at",
                "-created_at",
                "name",
                "-name",
                "quality_score",
                "-quality_score",
                "bytes",
                "-bytes"
            })
    void partsOfAnyOrderJoinToTheWhole(String sort) {
        List<String> whole = idsOf(list("sort=" + sort));
        List<String> joined = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = list("sort=%s&limit=2%s".formatted(sort, cursor));
            joined.addAll(idsOf(part));
            cursor = part.has("next") ? "&cursor=" + part.path("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(joined).isEqualTo(whole).hasSize(7);
        List<String> backwards =
                new ArrayList<>(idsOf(list("sort=" + (sort.startsWith("-") ? sort.substring(1) : "-" + sort))));
        Collections.reverse(backwards);
        assertThat(backwards).isEqualTo(whole);
    }

    @Test
    void picturesThatArriveMeanwhileNeitherRepeatOthersNorHideThem() {
        JsonNode first = list("limit=3");
        bring(50, "late");
        JsonNode second = list("limit=10&cursor=" + first.path("next").asString());
        List<String> seen = new ArrayList<>(idsOf(first));
        seen.addAll(idsOf(second));
        assertThat(seen).isEqualTo(ids.reversed());
    }

    @Test
    void aFilterLeavesWhatItSays() {
        String odd = filter("{\"must\":[{\"field\":\"tags\",\"eq\":\"odd\"}]}");
        assertThat(idsOf(list("sort=created_at&" + odd))).containsExactly(ids.get(1), ids.get(3), ids.get(5));
        assertThat(operator.get("/api/images/count?" + odd)
                        .body()
                        .path("pictures")
                        .asLong())
                .isEqualTo(3);
        Answer wrong = operator.get("/api/images?" + filter("{\"must\":[{\"field\":\"colour\",\"eq\":1}]}"));
        assertThat(wrong.status()).isBetween(400, 422);
        assertThat(wrong.text("detail")).contains("must[0]");
    }

    @Test
    void aCursorIsGoodForItsOwnListOnly() {
        String cursor = list("limit=2").path("next").asString();
        for (String other :
                List.of("sort=name", "state=trashed", filter("{\"must\":[{\"field\":\"tags\",\"eq\":\"odd\"}]}"))) {
            Answer answer = operator.get("/api/images?%s&cursor=%s".formatted(other, cursor));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text("detail")).contains("another filter, sort or state");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "eA", "W10", "WyJhIl0", "%00", "null"})
    void whatIsNoCursorIsRefused(String cursor) {
        assertThat(operator.get("/api/images?cursor=" + cursor).status()).isEqualTo(400);
    }

    @Test
    void whatIsNoOrderNorStateIsRefusedWithThoseThereAre() {
        assertThat(operator.get("/api/images?sort=size").text("detail")).contains("-created_at, created_at, name");
        assertThat(operator.get("/api/images?state=gone").text("detail")).contains("live and trashed");
        assertThat(operator.get("/api/images?limit=0").status()).isEqualTo(400);
    }

    @Test
    void whatIsThrownAwayIsInTheTrashUntilItIsRestoredOrGone() {
        Map<String, Object> two = Map.of("image_ids", ids.subList(0, 2));
        assertThat(changed("purge", two))
                .as("only what is in the trash can be purged")
                .isZero();
        assertThat(changed("trash", two)).isEqualTo(2);
        assertThat(changed("trash", two)).as("once is enough").isZero();
        assertThat(idsOf(list("sort=created_at"))).isEqualTo(ids.subList(2, 7));
        assertThat(idsOf(list("state=trashed&sort=created_at"))).isEqualTo(ids.subList(0, 2));
        JsonNode totals = operator.get("/api/library").body();
        assertThat(totals.path("pictures").asInt()).isEqualTo(5);
        assertThat(totals.path("trashed").asInt()).isEqualTo(2);

        assertThat(changed("restore", Map.of("image_ids", List.of(ids.get(0))))).isEqualTo(1);
        assertThat(changed("purge", two)).isEqualTo(1);
        assertThat(operator.get("/api/images/" + ids.get(0)).status()).isEqualTo(200);
        assertThat(operator.get("/api/images/" + ids.get(1)).status()).isEqualTo(404);
    }

    private int changed(String what, Object body) {
        Answer answer = operator.post("/api/images/" + what, body);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("changed").asInt();
    }

    @Test
    void manyAreTaggedAtOnce() {
        Map<String, Object> tagging = Map.of("image_ids", ids, "add", List.of("new", "odd"), "remove", List.of("even"));
        assertThat(changed("tags", tagging)).isEqualTo(7);
        assertThat(changed("tags", tagging)).as("nothing is left to change").isZero();
        assertThat(operator.get("/api/tags").body().path("items").toString())
                .isEqualTo("[{\"tag\":\"new\",\"count\":7},{\"tag\":\"odd\",\"count\":7}]");
        assertThat(operator.get("/api/tags?prefix=o").body().path("items")).hasSize(1);
    }

    @Test
    void aPictureKeepsAtMostAHundredTags() {
        List<String> many = IntStream.range(0, 100).mapToObj(i -> "tag " + i).toList();
        Answer answer = operator.post("/api/images/tags", Map.of("image_ids", ids, "add", many));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("at most 100 tags; 7 pictures would have more");
    }

    @Test
    void nameTagsAndMetadataAreChangedOneByOne() {
        String path = "/api/images/" + ids.getFirst();
        JsonNode image = operator.patch(
                        path, Map.of("name", "pump 7.png", "metadata", Map.of("line", "7", "ort", "Köln")))
                .body();
        assertThat(image.path("name").asString()).isEqualTo("pump 7.png");
        assertThat(image.path("metadata").path("ort").asString()).isEqualTo("Köln");
        assertThat(image.path("tags").path(0).asString()).isEqualTo("even");
        image = operator.patch(path, Map.of("tags", List.of(" x ", "y", "x"))).body();
        assertThat(image.path("tags").toString()).isEqualTo("[\"x\",\"y\"]");
        assertThat(image.path("metadata").path("line").asString()).isEqualTo("7");
        for (Object wrong : List.of(
                Map.of("name", ""),
                Map.of("name", "two\nlines"),
                Map.of("tags", List.of("a,b")),
                "{\"tags\":[null]}",
                Map.of("metadata", Map.of("key", "x".repeat(1001))),
                Map.of("metadata", Map.of("a\0b", "x")),
                "{\"metadata\":{\"a\":null}}")) {
            assertThat(operator.patch(path, wrong).status())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void whichPicturesAreMeantMustBeSaid() {
        for (String body : List.of("{}", "{\"image_ids\":[]}", "{\"image_ids\":[null]}", "{\"image_ids\":[\"x\"]}")) {
            Answer answer = operator.send("POST", "/api/images/trash", body);
            assertThat(answer.status()).as(body).isEqualTo(422);
            assertThat(answer.text("detail")).contains("image_id");
        }
    }

    @Test
    void anotherTenantChangesNothingOfIt() {
        Api other = Api.ofNewTenant();
        for (String what : List.of("trash", "restore", "purge")) {
            assertThat(other.post("/api/images/" + what, Map.of("image_ids", ids))
                            .body()
                            .path("changed")
                            .asInt())
                    .isZero();
        }
        assertThat(other.get("/api/images").body().path("items")).isEmpty();
        assertThat(other.get("/api/tags").body().path("items")).isEmpty();
        assertThat(other.get("/api/library").body().path("bytes").asInt()).isZero();
        assertThat(idsOf(list(""))).hasSize(7);
    }
}
