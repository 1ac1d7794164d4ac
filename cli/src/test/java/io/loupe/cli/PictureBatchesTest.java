package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureBatchesTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    /** Files of these sizes, which take no room on the disk. */
    private List<Path> files(int... megabytes) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int size : megabytes) {
            Path path = folder.resolve("%d.png".formatted(files.size()));
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                file.setLength((long) size * MEGABYTE);
            }
            files.add(path);
        }
        return files;
    }

    @Test
    void aRequestHasAtMostSixteenFiles() throws IOException {
        List<Path> files = files(new int[33]);
        assertThat(PictureBatches.batchesOf(files))
                .containsExactly(files.subList(0, 16), files.subList(16, 32), files.subList(32, 33));
    }

    @Test
    void aRequestHasAtMostSixtyFourMegabytesUnlessOneFileAloneIsLarger() throws IOException {
        List<Path> files = files(40, 24, 1, 100, 40, 25);
        assertThat(PictureBatches.batchesOf(files))
                .containsExactly(
                        files.subList(0, 2),
                        files.subList(2, 3),
                        files.subList(3, 4),
                        files.subList(4, 5),
                        files.subList(5, 6));
    }

    @Test
    void ofNoFilesThereIsNoRequest() {
        assertThat(PictureBatches.batchesOf(List.of())).isEmpty();
    }
}
