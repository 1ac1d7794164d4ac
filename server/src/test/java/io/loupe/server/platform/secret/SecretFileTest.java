package io.loupe.server.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SecretFileTest {
    @TempDir
    Path folder;

    @Test
    void isDrawnOnceAndForItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secret");
        String secret = SecretFile.readOrDraw(file);
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(SecretFile.readOrDraw(file)).isEqualTo(secret);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder).isDirectoryContaining("glob:**/secret").isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void noTwoAreAlike() {
        assertThat(SecretFile.readOrDraw(folder.resolve("one")))
                .isNotEqualTo(SecretFile.readOrDraw(folder.resolve("other")));
    }
}
