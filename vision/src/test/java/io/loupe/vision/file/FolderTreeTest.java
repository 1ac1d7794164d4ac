package io.loupe.vision.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTreeTest {
    @TempDir
    private Path parent;

    @Test
    void deletesWhatIsInAFolderAndTheFolder() throws IOException {
        Path folder = parent.resolve("tree");
        Path deep = Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(deep.resolve("file.txt"), "deep");
        Files.writeString(folder.resolve("file.txt"), "flat");

        FolderTree.delete(folder);

        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void deletesLinksAndNotWhatTheyPointTo() throws IOException {
        Path kept = Files.createDirectory(parent.resolve("kept"));
        Files.writeString(kept.resolve("file.txt"), "kept");
        Path folder = Files.createDirectory(parent.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), kept);

        FolderTree.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept.resolve("file.txt")).hasContent("kept");
    }

    @Test
    void aFolderThatIsNotThereIsAsGoodAsDeleted() {
        FolderTree.delete(parent.resolve("missing"));
        assertThat(parent).isEmptyDirectory();
    }
}
