package io.loupe.server.search.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.index.Words;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.filter.FilterParser;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.search.Crop;
import io.loupe.server.search.PictureSearch;
import io.loupe.server.search.SearchAnswer;
import io.loupe.server.search.SearchOptions;
import io.loupe.server.search.Target;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Searching. */
@Tag(name = "search", description = "Finding pictures by picture, by text and by examples")
@RestController
@RequestMapping("/api/search")
final class SearchController {
    private static final int MOST_EXAMPLES = 100;
    private static final int LONGEST_TEXT = 1_000;

    private final PictureSearch search;
    private final PictureRoom room;
    private final JsonMapper json;

    /** A search by a picture of the library, or a part of it, or by text. */
    record SimilarSearch(
            @JsonProperty("image_id") @Nullable ImageId imageId,
            @JsonProperty("text_query") @Nullable String textQuery,
            @Nullable Crop crop,
            @Nullable Integer limit,
            @Nullable String cursor,
            @JsonProperty("score_threshold") @Nullable Double scoreThreshold,
            @Schema(type = "object") @Nullable JsonNode filter,
            @JsonProperty("phash_gate") @Nullable Integer phashGate,
            @Nullable Boolean exact,
            @Nullable Boolean explain) {}

    /** More like these, less like those. */
    record Recommendation(
            List<ImageId> positive,
            @Nullable List<ImageId> negative,
            @Nullable Integer limit,
            @Nullable String cursor,
            @JsonProperty("score_threshold") @Nullable Double scoreThreshold,
            @Schema(type = "object") @Nullable JsonNode filter,
            @Nullable Boolean exact,
            @Nullable Boolean explain) {}

    SearchController(PictureSearch search, PictureRoom room, JsonMapper json) {
        this.search = search;
        this.room = room;
        this.json = json;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "Find pictures like one of the library, or by text")
    @PostMapping(path = "/similar", consumes = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer searchSimilar(Caller caller, @RequestBody SimilarSearch request) {
        SearchOptions options = SearchOptions.of(
                request.limit(),
                request.cursor(),
                request.scoreThreshold(),
                FilterParser.parse(Objects.requireNonNullElse(request.filter(), MissingNode.getInstance())),
                request.phashGate(),
                request.exact(),
                request.explain());
        return search.search(caller.tenant(), target(request), options);
    }

    private static Target target(SimilarSearch request) {
        ImageId image = request.imageId();
        String text = request.textQuery();
        if ((image == null) == (text == null)) {
            throw invalid("A search has either an image_id or a text_query; a picture is sent as multipart/form-data.");
        }
        if (image != null) {
            return new Target.Stored(image.value(), Optional.ofNullable(request.crop()));
        }
        if (request.crop() != null) {
            throw invalid("crop is a part of a picture; leave it out of a search by text.");
        }
        String asked = Objects.requireNonNull(text);
        Set<String> words = asked.length() > LONGEST_TEXT ? Set.of() : Words.of(asked);
        if (words.isEmpty()) {
            throw invalid("text_query should have at least one letter or digit, and at most %,d characters."
                    .formatted(LONGEST_TEXT));
        }
        return new Target.Text(asked, words);
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Find pictures like one that is sent",
            description =
                    "filter and crop are JSON; crop is {\"x\",\"y\",\"width\",\"height\"} in pixels of the upright"
                            + " picture. Nothing is kept.")
    @PostMapping(path = "/similar", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    SearchAnswer searchSimilarToFile(
            Caller caller,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String crop,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(name = "score_threshold", required = false) @Nullable Double scoreThreshold,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(name = "phash_gate", required = false) @Nullable Integer phashGate,
            @RequestParam(required = false) @Nullable Boolean exact,
            @RequestParam(required = false) @Nullable Boolean explain) {
        SearchOptions options =
                SearchOptions.of(limit, cursor, scoreThreshold, FilterParser.parse(filter), phashGate, exact, explain);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return search.search(caller.tenant(), new Target.Sent(name, room.read(file), crop(crop)), options);
    }

    private Optional<Crop> crop(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readValue(text, Crop.class));
        } catch (JacksonException _) {
            throw invalid("crop should be {\"x\",\"y\",\"width\",\"height\"} in whole pixels.");
        }
    }

    @RequiresRole(Role.VIEWER)
    @Operation(
            summary = "Find pictures like some and unlike others",
            description = "By the mean of the vectors of positive, less half the mean of those of negative.")
    @PostMapping(path = "/recommend", consumes = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer recommend(Caller caller, @RequestBody Recommendation request) {
        SearchOptions options = SearchOptions.of(
                request.limit(),
                request.cursor(),
                request.scoreThreshold(),
                FilterParser.parse(Objects.requireNonNullElse(request.filter(), MissingNode.getInstance())),
                null,
                request.exact(),
                request.explain());
        Target target =
                new Target.Examples(ids(request.positive(), "positive", 1), ids(request.negative(), "negative", 0));
        return search.search(caller.tenant(), target, options);
    }

    private static List<UUID> ids(@Nullable List<ImageId> given, String name, int least) {
        List<ImageId> ids = Objects.requireNonNullElse(given, List.of());
        if (ids.size() < least || ids.size() > MOST_EXAMPLES || ids.stream().anyMatch(Objects::isNull)) {
            throw invalid("%s should list from %d to %d pictures.".formatted(name, least, MOST_EXAMPLES));
        }
        return ids.stream().map(ImageId::value).distinct().toList();
    }

    private static ProblemException invalid(String sentence) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, sentence);
    }
}
