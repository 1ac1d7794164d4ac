package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    private static final Path HOME = Path.of("/home/eva");

    @Test
    void isWhereTheVariableSays() {
        assertThat(DataFolder.userFolder(Map.of("LOUPE_DATA", "/srv/loupe"), "eva", HOME))
                .isEqualTo(Path.of("/srv/loupe"));
    }

    @Test
    void isWhereProgramsKeepTheirData() {
        assertThat(DataFolder.userFolder(Map.of(), "eva", HOME))
                .isEqualTo(Path.of("/home/eva/.local/share/loupe/data"));
        assertThat(DataFolder.userFolder(Map.of("XDG_DATA_HOME", "/data"), "eva", HOME))
                .isEqualTo(Path.of("/data/loupe/data"));
    }

    @Test
    void ofRootIsNotInRootsHomeWhichTheDatabaseMayNotEnter() {
        assertThat(DataFolder.userFolder(Map.of(), "root", Path.of("/root"))).isEqualTo(Path.of("/var/lib/loupe"));
    }

    @Test
    void knowsItsServerAndForgetsAKilledOne(@TempDir Path path) throws Exception {
        DataFolder folder = DataFolder.at(path);
        assertThat(folder.running()).isEmpty();
        try (AutoCloseable _ = folder.lock()) {
            folder.announce(URI.create("http://127.0.0.1:8080"));
            assertThat(folder.running())
                    .contains(new DataFolder.Running(ProcessHandle.current(), URI.create("http://127.0.0.1:8080")));
        }
        // As after kill -9: what was announced is still there, the lock is not.
        assertThat(folder.running()).isEmpty();
    }
}
