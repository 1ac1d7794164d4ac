package io.loupe.vision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AtomicFileTest {
    @TempDir
    private Path folder;

    private Path target;

    @BeforeEach
    void writeTheOldFile() throws IOException {
        target = folder.resolve("result.json");
        Files.writeString(target, "old");
    }

    @Test
    void replacesTheWholeFileAndLeavesNothingElse() throws IOException {
        AtomicFile.writeText(target, "näw");

        assertThat(target).hasContent("näw");
        assertThat(filesInFolder()).containsExactly("result.json");
    }

    @Test
    void makesMissingFolders() {
        Path deep = folder.resolve("a/b/new.bin");

        AtomicFile.writeBytes(deep, new byte[] {1, 2, 3});

        assertThat(deep).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void replacesTheFileBehindALinkAndKeepsTheLink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        AtomicFile.writeText(link, "new");

        assertThat(link).isSymbolicLink().hasContent("new");
        assertThat(target).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 20_000})
    void keepsTheOldFileWhenTheDiskFails(int bytesUntilFull) throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(
                        target, out -> out.write(new byte[20_001]), out -> new FullDisk(out, bytesUntilFull)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(target.toString())
                .hasMessageContaining("disk full")
                .hasMessageContaining("try again");

        assertThat(target).hasContent("old");
        assertThat(filesInFolder()).containsExactly("result.json");
    }

    @Test
    void keepsTheOldFileWhenTheLastBytesCannotBeFlushed() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(target, out -> out.write(1), FailsToFlush::new))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(target).hasContent("old");
        assertThat(filesInFolder()).containsExactly("result.json");
    }

    @Test
    void passesOnWhatTheContentThrowsAndKeepsTheOldFile() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(target, out -> {
                    out.write(1);
                    throw new IllegalStateException("no more rows");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no more rows");

        assertThat(target).hasContent("old");
        assertThat(filesInFolder()).containsExactly("result.json");
    }

    @Test
    void namesAFolderThatStandsInTheWay() {
        assertThatThrownBy(() -> AtomicFile.writeText(folder, "text"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("it is a folder");
    }

    private String[] filesInFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toArray(String[]::new);
        }
    }

    /** Takes so many bytes and no more. */
    private static final class FullDisk extends FilterOutputStream {
        private int bytesLeft;

        FullDisk(OutputStream out, int bytesLeft) {
            super(out);
            this.bytesLeft = bytesLeft;
        }

        @Override
        public void write(int value) throws IOException {
            if (bytesLeft-- == 0) {
                throw new IOException("disk full");
            }
            super.write(value);
        }
    }

    private static final class FailsToFlush extends FilterOutputStream {
        FailsToFlush(OutputStream out) {
            super(out);
        }

        @Override
        public void flush() throws IOException {
            throw new IOException("disk full");
        }
    }
}
