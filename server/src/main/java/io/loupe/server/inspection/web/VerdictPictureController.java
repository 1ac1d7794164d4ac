package io.loupe.server.inspection.web;

import io.loupe.index.TenantId;
import io.loupe.server.inspection.verdict.VerdictDrawing;
import io.loupe.server.inspection.verdict.VerdictPicture;
import io.loupe.server.objects.SignedUrls;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Answers signed addresses of what is drawn of verdicts. Not part of the described API, as objects are not. */
@RestController
final class VerdictPictureController {
    private static final Duration CACHED = Duration.ofHours(12);

    private final VerdictDrawing drawing;
    private final SignedUrls urls;

    VerdictPictureController(VerdictDrawing drawing, SignedUrls urls) {
        this.drawing = drawing;
        this.urls = urls;
    }

    @GetMapping("/verdicts/{tenant}/{project}/{sequence}/{kind}")
    ResponseEntity<byte[]> draw(
            @PathVariable UUID tenant,
            @PathVariable UUID project,
            @PathVariable long sequence,
            @PathVariable String kind,
            @RequestParam long expires,
            @RequestParam String signature,
            WebRequest request) {
        VerdictPicture wanted = new VerdictPicture(
                new TenantId(tenant),
                project,
                sequence,
                VerdictPicture.Kind.of(kind).orElseThrow(VerdictPictureController::refused));
        if (!isGood(wanted, expires, signature)) {
            throw refused();
        }
        String tag =
                "\"%s-%d-%s\"".formatted(project, sequence, kind); // a verdict never changes, and neither does this
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).build();
        }
        byte[] picture = drawing.draw(wanted);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(VerdictDrawing.typeOf(picture)))
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(CACHED).cachePrivate().immutable())
                .body(picture);
    }

    private boolean isGood(VerdictPicture wanted, long expires, String signature) {
        try {
            return urls.accepts(wanted.path(), Instant.ofEpochSecond(expires), signature);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemCode.NOT_ALLOWED, "This address has expired or was changed. Ask the API for a new one.");
    }
}
