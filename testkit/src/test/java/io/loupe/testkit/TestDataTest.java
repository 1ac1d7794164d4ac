package io.loupe.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

final class TestDataTest {
    @TempDir
    private Path root;

    @Test
    void whatIsThereIsFound() throws IOException {
        Path picture = Files.createFile(root.resolve("picture.png"));

        assertThat(TestData.require(root, "picture.png")).isEqualTo(picture);
    }

    @Test
    void whatIsMissingSkipsTheTestAndSaysWhatToSet() {
        assertThatThrownBy(() -> TestData.require(root, "anomaly/parts"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining(root.resolve("anomaly/parts").toString())
                .hasMessageContaining("set LOUPE_TEST_DATA to the folder that holds 'anomaly/parts'");
    }
}
