package io.loupe.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureRoomTest {
    private PictureRoom room;

    @BeforeEach
    void open(@TempDir Path data) {
        Map<String, String> environment = Map.of("LOUPE_UPLOADS_FILES", "3", "LOUPE_UPLOADS_FILE_BYTES", "1024");
        room = new PictureRoom(Settings.read(data, environment, Map.of()));
    }

    @Test
    void aRequestHasAsManyFilesAsTheSettingSays() {
        room.requireFew(Collections.nCopies(3, "file"));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> room.requireFew(Collections.nCopies(4, "file")))
                .withMessage("These are 4 files; a request takes 3 (setting uploads.files).")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE));
    }

    @Test
    void ofAFileThatIsTooLargeOneByteMoreIsReadThanAllowed() {
        AtomicBoolean closed = new AtomicBoolean();
        byte[] bytes = room.read(() -> new EndlessZeros(closed));
        assertThat(bytes).hasSize(1025);
        assertThat(closed).isTrue();
    }

    @Test
    void aSmallerFileIsReadWhole() {
        assertThat(room.read(() -> new ByteArrayInputStream(new byte[] {1, 2, 3})))
                .containsExactly(1, 2, 3);
    }

    @Test
    void aFileThatCannotBeReadIsAFault() {
        IOException broken = new IOException("the disk is gone");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> room.read(() -> {
                    throw broken;
                }))
                .withCause(broken);
    }

    private static final class EndlessZeros extends InputStream {
        private final AtomicBoolean closed;

        EndlessZeros(AtomicBoolean closed) {
            this.closed = closed;
        }

        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            return count;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
