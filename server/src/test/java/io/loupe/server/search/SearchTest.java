package io.loupe.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.vision.image.RgbImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Searching over HTTP, in a library of twelve made pictures. */
@TestInstance(Lifecycle.PER_CLASS)
final class SearchTest {
    private static final int PICTURES = 12;

    private final Api api = Api.ofNewTenant();
    private final Api stranger = Api.ofNewTenant();
    private final List<String> ids = new ArrayList<>();

    @BeforeAll
    void fillTheLibrary() {
        for (int number = 0; number < PICTURES; number++) {
            Form form = new Form()
                    .file("files", "blocks_%02d.png".formatted(number), TestPictures.png(number))
                    .text("tags", number % 3 == 0 ? "third,all" : "all");
            ids.add(api.post("/api/images", form)
                    .body()
                    .path("items")
                    .path(0)
                    .path("image_id")
                    .asString());
        }
        stranger.post("/api/images", new Form().file("files", "own.png", TestPictures.png(0)));
        api.patch("/api/images/" + ids.get(5), Map.of("name", "Pump left.png", "metadata", Map.of("line", "seven")));
        api.patch("/api/images/" + ids.get(6), Map.of("name", "pumphouse.png", "tags", List.of("pump")));
    }

    private Answer similar(Object request) {
        Answer answer = api.post("/api/search/similar", request);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer;
    }

    private String refusal(Object request) {
        Answer answer = api.post("/api/search/similar", request);
        assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 499);
        return answer.text("detail");
    }

    private static List<String> found(Answer answer) {
        return answer.body()
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("image_id").asString())
                .toList();
    }

    private static Form sent(byte[] picture) {
        return new Form().file("file", "looked for.png", picture);
    }

    @Nested
    class ByPicture {
        @Test
        void aPictureOfTheLibraryFindsAllOthersAndNotItself() {
            Answer answer = similar(Map.of("image_id", ids.get(0), "limit", 50));
            assertThat(found(answer))
                    .hasSize(PICTURES - 1)
                    .doesNotHaveDuplicates()
                    .doesNotContain(ids.get(0));
            assertThat(answer.text("mode")).isEqualTo("vector");
            assertThat(answer.body().path("next").isNull()).isTrue();
            assertThat(answer.body().path("explain").isNull()).isTrue();
            List<Double> scores = answer.body()
                    .path("hits")
                    .valueStream()
                    .map(hit -> hit.path("score").asDouble())
                    .toList();
            assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        }

        @Test
        void aHitHasItsPictureAndAnAddressThatShowsIt() {
            JsonNode hit = similar(Map.of("image_id", ids.get(0), "limit", 1))
                    .body()
                    .path("hits")
                    .path(0);
            assertThat(hit.path("payload").path("image_id").asString())
                    .isEqualTo(hit.path("image_id").asString());
            assertThat(hit.path("payload").path("width").asInt()).isEqualTo(48);
            assertThat(Api.asNobody().get(hit.path("preview_url").asString()).status())
                    .isEqualTo(200);
        }

        @Test
        void oneThatIsSentFindsItsCopyFirst() {
            Answer answer = similar(sent(TestPictures.png(7)).text("limit", "3").text("explain", "true"));
            assertThat(found(answer)).hasSize(3).startsWith(ids.get(7));
            assertThat(answer.body().path("hits").path(0).path("score").asDouble())
                    .isGreaterThan(0.999);
            assertThat(answer.body().path("explain").path("plan").asString()).isEqualTo("exact");
            assertThat(answer.body().path("explain").path("candidates").asInt()).isEqualTo(PICTURES);
            assertThat(answer.body().path("explain").path("milliseconds").propertyNames())
                    .contains("embed", "search", "payload");
        }

        @Test
        void aCropOfWhatIsSentIsLookedForAlone() {
            RgbImage eight = TestPictures.blocks(8);
            byte[] pixels = new byte[3 * 48 * 96];
            for (int row = 0; row < 48; row++) {
                System.arraycopy(eight.pixels(), 3 * 48 * row, pixels, 3 * 96 * row + 3 * 48, 3 * 48);
            }
            byte[] beside = ImageEncoding.png(RgbImage.wrap(48, 96, pixels));
            Form form = sent(beside).text("crop", "{\"x\":48,\"y\":0,\"width\":48,\"height\":48}");
            assertThat(found(similar(form))).startsWith(ids.get(8));
        }

        @Test
        void aCropOfAPictureOfTheLibraryIsCutFromItsOriginal() {
            Map<String, Object> whole = Map.of("x", 0, "y", 0, "width", 1_000, "height", 1_000);
            Map<String, Object> corner = Map.of("x", 12, "y", 12, "width", 30, "height", 30);
            List<String> byVector = found(similar(Map.of("image_id", ids.get(3))));
            assertThat(found(similar(Map.of("image_id", ids.get(3), "crop", whole))))
                    .isEqualTo(byVector);
            assertThat(found(similar(Map.of("image_id", ids.get(3), "crop", corner))))
                    .isNotEqualTo(byVector);
        }

        @Test
        void theGateOfTheHashLetsCopiesThroughAlone() {
            assertThat(found(similar(sent(TestPictures.png(7)).text("phash_gate", "4"))))
                    .containsExactly(ids.get(7));
            assertThat(found(similar(Map.of("image_id", ids.get(7), "phash_gate", 0))))
                    .isEmpty();
            assertThat(found(similar(Map.of("image_id", ids.get(7), "phash_gate", 64, "limit", 50))))
                    .hasSize(PICTURES - 1);
        }

        @Test
        void hitsBelowTheThresholdAreLeftOut() {
            assertThat(found(similar(sent(TestPictures.png(7)).text("score_threshold", "0.9999"))))
                    .containsExactly(ids.get(7));
        }

        @Test
        void aFilterSaysWhichCount() {
            Map<String, Object> third = Map.of("must", List.of(Map.of("field", "tags", "eq", "third")));
            assertThat(found(similar(Map.of("image_id", ids.get(1), "filter", third))))
                    .containsExactlyInAnyOrder(ids.get(0), ids.get(3), ids.get(9));
        }

        @Test
        void partsGoOnWhereTheLastOneEnded() {
            List<String> whole = found(similar(Map.of("image_id", ids.get(0), "limit", 50)));
            List<String> inParts = new ArrayList<>();
            Map<String, Object> request = new HashMap<>(Map.of("image_id", ids.get(0), "limit", 4));
            for (boolean more = true; more; ) {
                Answer part = similar(request);
                inParts.addAll(found(part));
                more = !part.body().path("next").isNull();
                request.put("cursor", part.text("next"));
            }
            assertThat(inParts).isEqualTo(whole);
        }

        @Test
        void aCursorIsOfOneSearch() {
            String cursor = similar(Map.of("image_id", ids.get(0), "limit", 4)).text("next");
            assertThat(refusal(Map.of("image_id", ids.get(1), "limit", 4, "cursor", cursor)))
                    .contains("cursor should be what an answer to this very search gave");
            assertThat(refusal(Map.of("image_id", ids.get(0), "exact", true, "cursor", cursor)))
                    .contains("cursor should be");
            assertThat(refusal(Map.of("image_id", ids.get(0), "cursor", "x"))).contains("cursor should be");
        }

        @Test
        void whatIsThrownAwayIsNotFoundAndWhatIsRestoredIs() {
            Map<String, Object> eleven = Map.of("image_ids", List.of(ids.get(11)));
            Map<String, Object> request = Map.of("image_id", ids.get(0), "limit", 50);
            api.post("/api/images/trash", eleven);
            assertThat(found(similar(request))).doesNotContain(ids.get(11));
            api.post("/api/images/restore", eleven);
            assertThat(found(similar(request))).contains(ids.get(11));
        }
    }

    @Nested
    class ByText {
        private List<String> lookFor(String text) {
            Answer answer = similar(Map.of("text_query", text));
            assertThat(answer.text("mode")).isEqualTo("lexical");
            return found(answer);
        }

        @Test
        void wordsAreFoundInTagsNamesAndMetadataTagsFirstAndBeginningsLast() {
            assertThat(lookFor("PUMP")).containsExactly(ids.get(6), ids.get(5));
            assertThat(lookFor("seven")).containsExactly(ids.get(5));
            assertThat(lookFor("pumph")).containsExactly(ids.get(6));
            assertThat(lookFor("turbine")).isEmpty();
        }

        @Test
        void moreOfTheWordsCountMoreAndRareOnesMost() {
            assertThat(lookFor("all pump seven")).startsWith(ids.get(5));
        }

        @Test
        void filterLimitAndCursorApply() {
            Map<String, Object> third = Map.of("must", List.of(Map.of("field", "tags", "eq", "third")));
            Map<String, Object> request =
                    new HashMap<>(Map.of("text_query", "all", "filter", third, "limit", 2, "explain", true));
            Answer first = similar(request);
            assertThat(first.body().path("explain").path("candidates").asInt()).isEqualTo(3);
            request.put("cursor", first.text("next"));
            List<String> both = new ArrayList<>(found(first));
            both.addAll(found(similar(request)));
            assertThat(both).containsExactly(ids.get(0), ids.get(3), ids.get(9));
        }
    }

    @Nested
    class ByExamples {
        private Answer recommend(Object request) {
            return api.post("/api/search/recommend", request);
        }

        @Test
        void oneExampleIsASearchByIt() {
            assertThat(found(recommend(Map.of("positive", List.of(ids.get(2)), "limit", 50))))
                    .isEqualTo(found(similar(Map.of("image_id", ids.get(2), "limit", 50))));
        }

        @Test
        void examplesAreNoHitsAndNegativeOnesPushAway() {
            List<String> plain = found(recommend(Map.of("positive", List.of(ids.get(2)), "limit", 50)));
            String nearest = plain.getFirst();
            List<String> pushed = found(
                    recommend(Map.of("positive", List.of(ids.get(2)), "negative", List.of(nearest), "limit", 50)));
            assertThat(pushed).hasSize(PICTURES - 2).doesNotContain(ids.get(2), nearest);
        }

        @Test
        void whatIsMissingOrCancelsOutIsSaid() {
            assertThat(recommend(Map.of("positive", List.of())).text("detail"))
                    .contains("positive should list from 1 to 100 pictures");
            assertThat(recommend(Map.of("positive", List.of("01ARZ3NDEKTSV4RRFFQ69G5FAV")))
                            .status())
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {}                                                   | either an image_id or a text_query
            {"image_id":"%s","text_query":"x"}                   | either an image_id or a text_query
            {"image_id":"x"}                                     | 'x' is no image_id
            {"image_id":"01ARZ3NDEKTSV4RRFFQ69G5FAV"}            | There is no picture '01ARZ3NDEKTSV4RRFFQ69G5FAV' here
            {"image_id":"%s","limit":0}                          | limit is 0; it goes from 1 to 500
            {"image_id":"%s","score_threshold":2}                | score_threshold is 2.0; it goes from -1 to 1
            {"image_id":"%s","phash_gate":65}                    | phash_gate is 65; it goes from 0 to 64
            {"image_id":"%s","crop":{"x":0,"y":0,"width":0,"height":1}} | crop should have x and y from 0
            {"image_id":"%s","crop":{"x":48,"y":0,"width":1,"height":1}} | the picture has 48 x 48 pixels
            {"image_id":"%s","filter":{"must":[{"field":"width","range":{"gte":"x"}}]}} | must[0].range.gte should be a number
            {"text_query":"x","phash_gate":3}                    | phash_gate compares pictures
            {"text_query":"x","crop":{"x":0,"y":0,"width":1,"height":1}} | leave it out of a search by text
            {"text_query":"..."}                                 | text_query should have at least one letter or digit
            """)
    void whatIsWrongWithASearchIsSaid(String request, String sentence) {
        assertThat(refusal(request.replace("%s", ids.get(0)))).contains(sentence);
    }

    @Test
    void whatIsNoPictureIsRefusedByName() {
        Answer answer = api.post("/api/search/similar", sent("no picture".getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.text("detail")).contains("looked for.png");
    }

    @Test
    void anotherTenantFindsItsOwnAndNothingElse() {
        Answer answer = stranger.post("/api/search/similar", sent(TestPictures.png(7)));
        assertThat(found(answer)).hasSize(1).doesNotContainAnyElementsOf(ids);
        assertThat(stranger.post("/api/search/similar", Map.of("image_id", ids.get(0)))
                        .status())
                .isEqualTo(404);
        assertThat(found(stranger.post("/api/search/similar", Map.of("text_query", "pump"))))
                .isEmpty();
        assertThat(stranger.post("/api/search/recommend", Map.of("positive", List.of(ids.get(0))))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/index").body().path("size").asInt()).isEqualTo(1);
    }

    @Test
    void theIndexSaysHowItIsAndIsRebuiltByAJob() throws InterruptedException {
        Answer status = api.get("/api/index");
        assertThat(status.body().path("size").asInt()).isEqualTo(PICTURES);
        assertThat(status.body().path("behind").asInt()).isZero();
        assertThat(status.text("state")).isEqualTo("ready");
        Answer job = api.post("/api/index/rebuild", "");
        assertThat(job.status()).as(job.raw().body()).isEqualTo(202);
        String path = "/api/jobs/" + job.text("job_id");
        while (api.get(path).body().path("finished_at").isNull()) {
            Thread.sleep(20);
        }
        assertThat(api.get(path).text("state")).isEqualTo("succeeded");
        assertThat(api.get(path).body().path("done").asInt()).isEqualTo(PICTURES);
        assertThat(found(similar(Map.of("image_id", ids.get(0), "limit", 50)))).hasSize(PICTURES - 1);
    }
}
