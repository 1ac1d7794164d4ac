package io.loupe.server.models.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.images.UnreadableImageException;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.models.EmbeddingModel;
import io.loupe.server.models.FoundObject;
import io.loupe.server.models.PictureModels;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.vision.image.RgbImage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the networks see in pictures that are sent; nothing is kept. */
@Tag(name = "models", description = "What the networks see")
@RestController
final class ModelController {
    private final PictureModels models;
    private final PictureRoom room;

    /**
     * The vector of one file.
     *
     * @param embedding of length one; null where the file is no picture
     */
    @SuppressWarnings("ArrayRecordComponent") // goes straight to JSON
    record Embedded(
            String filename,
            float @Nullable [] embedding,
            @Nullable PictureProblem error) {}

    /** The vectors of all files, in their order. */
    record Embeddings(
            List<Embedded> items,
            @JsonProperty("model_name") String modelName,
            @JsonProperty("model_version") String modelVersion,
            int dimension) {}

    /** The objects in one file; null where it is no picture. */
    record Detected(
            String filename,
            @Nullable List<FoundObject> objects,
            @Nullable PictureProblem error) {}

    /** The objects in all files, in their order. */
    record Detections(List<Detected> items) {}

    ModelController(PictureModels models, PictureRoom room) {
        this.models = models;
        this.room = room;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "Turn pictures into vectors")
    @PostMapping(path = "/api/embed/image", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Embeddings embed(Caller caller, @RequestParam List<MultipartFile> files) {
        EmbeddingModel model = models.embedding();
        List<Embedded> items = each(
                files,
                image -> models.embed(image).values(),
                (name, vector) -> new Embedded(name, vector, null),
                (name, problem) -> new Embedded(name, null, problem));
        return new Embeddings(items, model.name(), model.version(), model.dimension());
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "Find objects in pictures")
    @PostMapping(path = "/api/detect/objects", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Detections detect(Caller caller, @RequestParam List<MultipartFile> files) {
        return new Detections(each(
                files,
                models::detect,
                (name, objects) -> new Detected(name, objects, null),
                (name, problem) -> new Detected(name, null, problem)));
    }

    private <T, R> List<R> each(
            List<MultipartFile> files,
            Function<RgbImage, T> look,
            BiFunction<String, T, R> seen,
            BiFunction<String, PictureProblem, R> refused) {
        room.requireFew(files);
        return files.stream()
                .map(file -> {
                    String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
                    try {
                        return seen.apply(name, room.look(name, room.read(file), (_, image) -> look.apply(image)));
                    } catch (UnreadableImageException e) {
                        return refused.apply(name, PictureProblem.of(e));
                    }
                })
                .toList();
    }
}
