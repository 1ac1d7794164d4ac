package io.loupe.server.library.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.library.ImageCursor;
import io.loupe.server.library.ImageEdit;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageQuery;
import io.loupe.server.library.ImageSort;
import io.loupe.server.library.ImageView;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.library.Library;
import io.loupe.server.library.filter.FilterParser;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures one by one and as a list. */
@Tag(name = "images", description = "The pictures of the tenant")
@RestController
@RequestMapping("/api/images")
final class ImageController {
    private static final MediaType WEBP = MediaType.parseMediaType("image/webp");

    private final Images images;
    private final ImageViews views;
    private final Library library;
    private final ObjectStore objects;

    /** What to change; what is left out stays as it is. Tags and metadata replace what was there. */
    record ImageChange(
            @Nullable String name,
            @Nullable List<String> tags,
            @Nullable Map<String, String> metadata) {}

    /** How many there are. */
    record ImageCount(long pictures) {}

    ImageController(Images images, ImageViews views, Library library, ObjectStore objects) {
        this.images = images;
        this.views = views;
        this.library = library;
        this.objects = objects;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "List pictures")
    @GetMapping
    Page<ImageView> listImages(
            Caller caller,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam(defaultValue = "-created_at") String sort,
            @RequestParam(defaultValue = "live") String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ImageSort order = ImageSort.of(sort);
        boolean trashed = isTrashed(state);
        ImageQuery query = new ImageQuery(
                FilterParser.parse(filter),
                order,
                trashed,
                PageRequest.of(limit, null).limit(),
                ImageCursor.of(cursor, order, trashed, filter));
        return images.list(caller.tenant(), query).map(image -> views.of(caller.tenant(), image));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "How many pictures pass a filter, without those in the trash")
    @GetMapping("/count")
    ImageCount countImages(Caller caller, @RequestParam(defaultValue = "") String filter) {
        return new ImageCount(images.count(caller.tenant(), FilterParser.parse(filter)));
    }

    private static boolean isTrashed(String state) {
        return switch (state) {
            case "live" -> false;
            case "trashed" -> true;
            default ->
                throw new ProblemException(
                        ProblemCode.INVALID_REQUEST, "state is '%s'; there are live and trashed.".formatted(state));
        };
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "One picture")
    @GetMapping("/{image_id}")
    ImageView getImage(Caller caller, @PathVariable("image_id") String id) {
        return views.of(
                caller.tenant(), images.get(caller.tenant(), ImageId.inPath(id).value()));
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(summary = "Change a picture's name, tags or metadata")
    @PatchMapping("/{image_id}")
    ImageView changeImage(Caller caller, @PathVariable("image_id") String id, @RequestBody ImageChange change) {
        ImageEdit edit = new ImageEdit(change.name(), change.tags(), change.metadata());
        return views.of(
                caller.tenant(),
                library.edit(caller.tenant(), ImageId.inPath(id).value(), edit));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "A small version of a picture, as WebP")
    @GetMapping(path = "/{image_id}/thumbnail", produces = "image/webp")
    ResponseEntity<Resource> getThumbnail(Caller caller, @PathVariable("image_id") String id) {
        String sha256 = images.get(caller.tenant(), ImageId.inPath(id).value()).thumbnailSha256();
        Path file = objects.find(caller.tenant(), new ObjectKey(sha256))
                .orElseThrow(() -> ProblemException.notFound("thumbnail of picture", id));
        return ResponseEntity.ok().contentType(WEBP).body(new FileSystemResource(file));
    }
}
