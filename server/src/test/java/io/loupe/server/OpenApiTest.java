package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the API is what the server says of itself. */
final class OpenApiTest {
    static final Path COMMITTED = Path.of("../docs/openapi.json");

    @Test
    void theCommittedFileIsWhatTheServerSays() throws IOException {
        String said = Api.asNobody().get("/openapi.json").raw().body() + "\n";
        Path fresh = Files.writeString(Path.of("target/openapi.json"), said);
        assertThat(COMMITTED)
                .as("the API has changed; if that is meant, copy %s to docs/openapi.json", fresh.toAbsolutePath())
                .content()
                .isEqualTo(said);
    }

    @Test
    void docsShowIt() {
        assertThat(Api.asNobody().get("/docs").status()).isEqualTo(302);
        assertThat(Api.asNobody().get("/swagger-ui/index.html").raw().body()).contains("swagger-ui");
    }
}
