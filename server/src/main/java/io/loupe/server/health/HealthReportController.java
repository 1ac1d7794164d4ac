package io.loupe.server.health;

import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.platform.health.HealthPart;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How every part of the server is, in sentences. Programs that watch ask {@code /readyz} and {@code /metrics}. */
@Tag(name = "health", description = "How the server is")
@RestController
final class HealthReportController {
    private final ObjectProvider<HealthPart> parts;
    private final String version;

    HealthReportController(ObjectProvider<HealthPart> parts) {
        this.parts = parts;
        // Of the jar; classes that were never packed have none.
        this.version = Optional.ofNullable(HealthReport.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "How the server and each of its parts are")
    @GetMapping("/api/health")
    HealthReport getHealth() {
        return HealthReport.of(parts.stream(), version);
    }
}
