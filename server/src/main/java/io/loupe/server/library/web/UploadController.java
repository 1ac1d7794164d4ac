package io.loupe.server.library.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.index.TenantId;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.library.DuplicateFinder.NearDuplicate;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.library.Ingest;
import io.loupe.server.library.IngestOutcome;
import io.loupe.server.library.NearDuplicates;
import io.loupe.server.library.Origin;
import io.loupe.server.library.Source;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes pictures in. */
@Tag(name = "images", description = "The pictures of the tenant")
@RestController
final class UploadController {
    private final Ingest ingest;
    private final NearDuplicates nearDuplicates;
    private final Images images;
    private final ImageViews views;
    private final PictureRoom room;

    /** A picture that looks nearly like one that was sent. */
    record NearDuplicateView(
            @JsonProperty("image_id") ImageId imageId,
            double score,
            @JsonProperty("preview_url") String previewUrl) {}

    /**
     * What became of a file.
     *
     * @param duplicate whether the library had these very bytes
     */
    record Uploaded(
            String filename,
            @JsonProperty("image_id") @Nullable ImageId imageId,
            boolean duplicate,
            @JsonProperty("near_duplicates") List<NearDuplicateView> nearDuplicates,
            IngestOutcome.Status status,
            @Nullable PictureProblem error) {}

    /** What became of all files, in their order. */
    record UploadedImages(List<Uploaded> items) {}

    UploadController(Ingest ingest, NearDuplicates nearDuplicates, Images images, ImageViews views, PictureRoom room) {
        this.ingest = ingest;
        this.nearDuplicates = nearDuplicates;
        this.images = images;
        this.views = views;
        this.room = room;
    }

    @RequiresRole(Role.OPERATOR)
    @Operation(
            summary = "Bring pictures",
            description =
                    "Each file is answered by itself: one that is no picture does not stop the others. The same bytes"
                            + " are one picture, however often they come. tags are separated by commas, or sent several times.")
    @PostMapping(path = "/api/images", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    UploadedImages uploadImages(
            Caller caller,
            @RequestParam List<MultipartFile> files,
            @RequestParam(required = false) @Nullable List<String> tags) {
        room.requireFew(files);
        Origin origin = new Origin(
                caller.person().isPresent() ? Source.UPLOAD : Source.API,
                caller.person(),
                Objects.requireNonNullElse(tags, List.of()));
        List<IngestOutcome> outcomes = ingest.add(
                caller.tenant(),
                origin,
                files.stream().map(UploadController::upload).toList());
        nearDuplicates.awaitIndexed(
                caller.tenant(),
                outcomes.stream().mapToLong(IngestOutcome::sequence).max().orElse(0));
        return new UploadedImages(outcomes.stream()
                .map(outcome -> uploaded(caller.tenant(), outcome))
                .toList());
    }

    private static Upload upload(MultipartFile file) {
        return new Upload(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file::getInputStream);
    }

    private Uploaded uploaded(TenantId tenant, IngestOutcome outcome) {
        return new Uploaded(
                outcome.filename(),
                outcome.image().map(ImageId::new).orElse(null),
                outcome.status() == IngestOutcome.Status.DUPLICATE,
                near(tenant, nearDuplicates.of(tenant, outcome)),
                outcome.status(),
                outcome.refusal().orElse(null));
    }

    private List<NearDuplicateView> near(TenantId tenant, List<NearDuplicate> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, Image> rows =
                images.rows(tenant, found.stream().map(NearDuplicate::image).toList());
        return found.stream()
                .flatMap(near -> Optional.ofNullable(rows.get(near.image()))
                        .map(image -> new NearDuplicateView(
                                new ImageId(near.image()), near.score(), views.previewUrl(tenant, image)))
                        .stream())
                .toList();
    }
}
