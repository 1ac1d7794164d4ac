package io.loupe.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.platform.health.HealthPart;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class HealthReportTest {
    private static HealthPart part(String name, Supplier<HealthPart.Health> check) {
        return new HealthPart() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Health check() {
                return check.get();
            }
        };
    }

    private static final HealthPart WELL = part("well", () -> HealthPart.Health.ok("All is well."));

    @Test
    void theWholeIsAsItsWorstPart() {
        assertThat(HealthReport.of(Stream.of(WELL), "1").status()).isEqualTo("ok");
        HealthPart ill = part("ill", () -> HealthPart.Health.degraded("Rest a while."));
        HealthReport report = HealthReport.of(Stream.of(WELL, ill), "1");
        assertThat(report.status()).isEqualTo("degraded");
        assertThat(report.parts())
                .containsExactly(
                        new HealthReport.Part("ill", "degraded", "Rest a while."),
                        new HealthReport.Part("well", "ok", "All is well."));
    }

    @Test
    void aPartThatCannotBeAskedDoesNotHideTheOthers() {
        HealthPart broken = part("broken", () -> {
            throw new IllegalStateException("with innards");
        });
        HealthReport report = HealthReport.of(Stream.of(broken, WELL), "1");
        assertThat(report.parts())
                .extracting(HealthReport.Part::detail)
                .containsExactly("It cannot be asked. The server's log says why.", "All is well.");
    }

    @Test
    void aServerSaysHowDatabaseDiskAndQueueAre() {
        JsonNode health = Api.ofNewTenant().get("/api/health").body();
        assertThat(health.path("version").asString()).isNotEmpty();
        assertThat(health.path("parts"))
                .extracting(part -> part.path("name").asString())
                .contains("database", "disk", "queue");
        assertThat(health.path("parts"))
                .filteredOn(part -> part.path("name").asString().equals("database"))
                .extracting(part -> part.path("detail").asString())
                .singleElement()
                .asString()
                .startsWith("PostgreSQL 18");
    }
}
