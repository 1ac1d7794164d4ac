package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loupe.index.TenantId;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.correction.Corrections;
import io.loupe.server.inspection.correction.KnownCorrection;
import io.loupe.server.inspection.correction.Lesson;
import io.loupe.server.inspection.correction.LessonPicture;
import io.loupe.server.inspection.correction.LessonPictures;
import io.loupe.server.inspection.correction.LessonPreview;
import io.loupe.server.inspection.correction.LessonPreview.Flip;
import io.loupe.server.inspection.correction.LessonPreviews;
import io.loupe.server.inspection.verdict.History;
import io.loupe.server.inspection.verdict.HistoryItem;
import io.loupe.server.inspection.verdict.HistoryRow;
import io.loupe.server.inspection.verdict.VerdictViews;
import io.loupe.server.library.Image;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageViews;
import io.loupe.server.library.Images;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Correction.Kind;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Teaching the version that judges. */
@Tag(name = "corrections", description = "What people tell the version that judges")
@RestController
@RequestMapping("/api/projects/{project_id}/corrections")
final class CorrectionController {
    private final Corrections corrections;
    private final LessonPreviews previews;
    private final LessonPictures pictures;
    private final History history;
    private final VerdictViews views;
    private final Images images;
    private final ImageViews imageViews;

    /**
     * What somebody says of a picture: of that of a verdict, or one of the library.
     *
     * @param kind normal or defect
     * @param box where the defect is, in pixels of the upright picture; null for wherever the model sees something
     */
    record Said(
            @Nullable Long sequence,
            @JsonProperty("image_id") @Nullable ImageId imageId,
            @Nullable String kind,
            @Nullable BoxView box) {

        Lesson lesson() {
            return new Lesson(kindOf(kind), Optional.ofNullable(box).map(BoxView::box));
        }

        private static Kind kindOf(@Nullable String text) {
            for (Kind kind : Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return kind;
                }
            }
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "kind is '%s'; there are normal and defect.".formatted(text));
        }
    }

    /** A rectangle, in pixels from the top left corner. */
    record BoxView(int x, int y, int width, int height) {
        Box box() {
            if (width < 1 || height < 1) {
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT, "box needs a width and a height of at least 1 pixel.");
            }
            return new Box(x, y, width, height);
        }
    }

    /**
     * What would change.
     *
     * @param escapes known defects that would pass, and do not now
     * @param flips newest verdicts that would be another one
     * @param examined how many pictures were looked at in the time there is, defects first
     * @param of how many there are
     */
    record PreviewOfCorrection(
            @JsonProperty("score_before") double scoreBefore,
            @JsonProperty("score_after") double scoreAfter,
            @JsonProperty("verdict_before") Verdict verdictBefore,
            @JsonProperty("verdict_after") Verdict verdictAfter,
            @JsonProperty("threshold_before") double thresholdBefore,
            @JsonProperty("threshold_after") double thresholdAfter,
            List<EscapeView> escapes,
            List<FlipView> flips,
            int examined,
            int of) {}

    /** A known defect that would pass. */
    record EscapeView(
            @JsonProperty("image_id") ImageId imageId,
            String name,
            @JsonProperty("score_before") double scoreBefore,
            @JsonProperty("score_after") double scoreAfter) {}

    /** A verdict, and what it would be. */
    record FlipView(
            @JsonUnwrapped HistoryItem verdict,
            @JsonProperty("verdict_after") Verdict verdictAfter) {}

    /**
     * Something that the version was told.
     *
     * @param name by which it can be taken back
     * @param imageId null if the library does not have the picture
     */
    record CorrectionView(
            String name,
            String kind,
            @JsonProperty("image_id") @Nullable ImageId imageId,
            Instant at,
            @JsonProperty("version_label") String versionLabel,
            @JsonProperty("preview_url") @Nullable String previewUrl) {}

    CorrectionController(
            Corrections corrections,
            LessonPreviews previews,
            LessonPictures pictures,
            History history,
            VerdictViews views,
            Images images,
            ImageViews imageViews) {
        this.corrections = corrections;
        this.previews = previews;
        this.pictures = pictures;
        this.history = history;
        this.views = views;
        this.images = images;
        this.imageViews = imageViews;
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "See what teaching would change",
            description =
                    "The picture itself, then the known defects that would pass, then the newest verdicts that would be"
                            + " another one, as many as can be looked at in some seconds.")
    @PostMapping("/preview")
    PreviewOfCorrection previewCorrection(
            Caller caller, @PathVariable("project_id") UUID project, @RequestBody Said said) {
        TenantId tenant = caller.tenant();
        history.requireProject(tenant, project);
        LessonPreview preview = previews.preview(tenant, project, said.lesson(), picture(tenant, project, said));
        return new PreviewOfCorrection(
                preview.before().score(),
                preview.after().score(),
                preview.before().verdict(),
                preview.after().verdict(),
                preview.thresholdBefore(),
                preview.thresholdAfter(),
                preview.escapes().stream()
                        .map(escape -> new EscapeView(
                                new ImageId(escape.image()), escape.name(), escape.scoreBefore(), escape.scoreAfter()))
                        .toList(),
                flips(tenant, project, preview.flips()),
                preview.examined(),
                preview.of());
    }

    private List<FlipView> flips(TenantId tenant, UUID project, List<Flip> flips) {
        List<HistoryRow> rows = flips.stream().map(Flip::row).toList();
        List<HistoryItem> items = views.of(tenant, project, rows);
        return IntStream.range(0, items.size())
                .mapToObj(i -> new FlipView(items.get(i), flips.get(i).after()))
                .toList();
    }

    private LessonPicture picture(TenantId tenant, UUID project, Said said) {
        Long sequence = said.sequence();
        ImageId image = said.imageId();
        if (sequence != null && image == null) {
            return pictures.ofVerdict(tenant, project, sequence);
        }
        if (image != null && sequence == null) {
            return pictures.ofLibrary(tenant, image.value());
        }
        throw new ProblemException(
                ProblemCode.INVALID_CONTENT,
                "Name one picture: the sequence of a verdict, or the image_id of a picture of the library.");
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Teach the version that judges",
            description =
                    "Makes the next minor version, which judges at once. A picture that is said to be normal is among"
                            + " the project's good ones from then on, one that is said to be a defect among its defects.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    VersionView teach(Caller caller, @PathVariable("project_id") UUID project, @RequestBody Said said) {
        TenantId tenant = caller.tenant();
        history.requireProject(tenant, project);
        return VersionView.of(
                corrections.teach(tenant, project, said.lesson(), picture(tenant, project, said), caller.person()));
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "What the version that judges was told, ordered by name")
    @GetMapping
    Page<CorrectionView> listCorrections(Caller caller, @PathVariable("project_id") UUID project) {
        TenantId tenant = caller.tenant();
        List<KnownCorrection> known = corrections.list(tenant, project);
        Map<UUID, Image> rows = images.rows(
                tenant,
                known.stream()
                        .flatMap(correction -> correction.image().stream())
                        .toList());
        return new Page<>(
                known.stream().map(correction -> view(tenant, correction, rows)).toList(), null);
    }

    private CorrectionView view(TenantId tenant, KnownCorrection correction, Map<UUID, Image> rows) {
        Optional<Image> image = correction.image().map(rows::get);
        return new CorrectionView(
                correction.name(),
                correction.kind().name().toLowerCase(Locale.ROOT),
                correction.image().map(ImageId::new).orElse(null),
                correction.at(),
                correction.version(),
                image.map(row -> imageViews.previewUrl(tenant, row)).orElse(null));
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Take back what the version that judges was told",
            description =
                    "Makes the next minor version, which judges at once. The picture stays in library and project.")
    @DeleteMapping("/{name}")
    VersionView takeBack(Caller caller, @PathVariable("project_id") UUID project, @PathVariable String name) {
        return VersionView.of(corrections.takeBack(caller.tenant(), project, name, caller.person()));
    }
}
