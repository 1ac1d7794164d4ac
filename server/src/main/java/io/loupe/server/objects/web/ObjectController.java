package io.loupe.server.objects.web;

import io.loupe.index.TenantId;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.SignedUrls;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers signed addresses, with ranges and ETags. Not part of the described API: nobody makes such an address up, the
 * API's answers hold them.
 */
@RestController
final class ObjectController {
    private static final Duration CACHED = Duration.ofHours(1);

    private final ObjectStore objects;
    private final SignedUrls urls;

    ObjectController(ObjectStore objects, SignedUrls urls) {
        this.objects = objects;
        this.urls = urls;
    }

    @GetMapping("/objects/{tenant}/{sha256}")
    ResponseEntity<Resource> get(
            @PathVariable UUID tenant,
            @PathVariable String sha256,
            @RequestParam String type,
            @RequestParam long expires,
            @RequestParam String signature) {
        SignedUrls.Claim claim = claim(tenant, sha256, type, expires);
        if (!urls.accepts(claim, signature)) {
            throw refused();
        }
        Path file = objects.find(claim.tenant(), claim.key())
                .orElseThrow(() -> ProblemException.notFound("object", claim.key()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .eTag("\"%s\"".formatted(claim.key())) // what a key names never changes
                .cacheControl(CacheControl.maxAge(CACHED).cachePrivate())
                .body(new FileSystemResource(file));
    }

    private static SignedUrls.Claim claim(UUID tenant, String sha256, String type, long expires) {
        try {
            return new SignedUrls.Claim(
                    new TenantId(tenant), new ObjectKey(sha256), "GET", type, Instant.ofEpochSecond(expires));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw refused();
        }
    }

    private static ProblemException refused() {
        return new ProblemException(
                ProblemCode.NOT_ALLOWED, "This address has expired or was changed. Ask the API for a new one.");
    }
}
