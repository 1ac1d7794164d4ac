package io.loupe.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.vision.encoder.ImageEmbedding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NpyEmbeddingsTest {
    private static final float[][] ROWS = {
        {0, -0f, 1, -2.5f, 1 / 3f}, {3.4e38f, -3.4e38f, Float.MIN_VALUE, Float.MIN_NORMAL, 16777216}, {7, 8, 9, 10, 11}
    };

    @TempDir
    private Path folder;

    @Test
    void isToTheByteWhatNumPyWrites() throws IOException {
        Path file = folder.resolve("parts.npy");
        try (EmbeddingFile embeddings = EmbeddingFile.at(file)) {
            for (int i = 0; i < ROWS.length; i++) {
                embeddings.add(i + ".png", ImageEmbedding.wrap(ROWS[i]));
            }
            embeddings.finish();
        }

        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("/golden/embeddings.npy"))) {
            assertThat(file).hasBinaryContent(golden.readAllBytes());
        }
        assertThat(folder.resolve("parts.txt")).hasContent("0.png\n1.png\n2.png\n");
    }

    @Test
    void nothingAppearsBeforeItIsFinished() {
        try (EmbeddingFile embeddings = EmbeddingFile.at(folder.resolve("parts.npy"))) {
            embeddings.add("a.png", ImageEmbedding.wrap(ROWS[0]));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesANameThatWouldBreakTheList() {
        try (EmbeddingFile embeddings = EmbeddingFile.at(folder.resolve("parts.npy"))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> embeddings.add("a\nb.png", ImageEmbedding.wrap(ROWS[0])))
                    .withMessageContaining("rename it, or write .jsonl");
        }
    }
}
