package io.loupe.server.library.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.Library;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is done to many pictures at once; those that there are not, or that it changes nothing of, are passed over. */
@Tag(name = "images", description = "The pictures of the tenant")
@RestController
@RequestMapping("/api/images")
final class BulkController {
    private static final int MOST = 10_000;

    private final Library library;

    /** Which pictures are meant. */
    record ImageIds(@JsonProperty("image_ids") List<ImageId> imageIds) {
        ImageIds {
            requireSome(imageIds);
        }

        List<UUID> values() {
            return imageIds.stream().map(ImageId::value).toList();
        }
    }

    /** Which pictures are meant, the tags that they get and those that they lose. */
    record Tagging(
            @JsonProperty("image_ids") List<ImageId> imageIds,
            @Nullable List<String> add,
            @Nullable List<String> remove) {
        Tagging {
            requireSome(imageIds);
        }
    }

    /** How many pictures it changed. */
    record Changed(int changed) {}

    BulkController(Library library) {
        this.library = library;
    }

    private static void requireSome(@Nullable List<ImageId> ids) {
        if (ids == null || ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("image_ids should list from 1 to %,d pictures".formatted(MOST));
        }
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(summary = "Tag many pictures")
    @PostMapping("/tags")
    Changed tagImages(Caller caller, @RequestBody Tagging tagging) {
        return new Changed(library.tag(
                caller.tenant(),
                tagging.imageIds().stream().map(ImageId::value).toList(),
                Objects.requireNonNullElse(tagging.add(), List.of()),
                Objects.requireNonNullElse(tagging.remove(), List.of())));
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(summary = "Throw pictures into the trash")
    @PostMapping("/trash")
    Changed trashImages(Caller caller, @RequestBody ImageIds ids) {
        return new Changed(library.trash(caller.tenant(), ids.values()));
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(summary = "Take pictures out of the trash")
    @PostMapping("/restore")
    Changed restoreImages(Caller caller, @RequestBody ImageIds ids) {
        return new Changed(library.restore(caller.tenant(), ids.values()));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Make an end of pictures that are in the trash; this cannot be undone")
    @PostMapping("/purge")
    Changed purgeImages(Caller caller, @RequestBody ImageIds ids) {
        return new Changed(library.purge(caller.tenant(), ids.values()));
    }
}
