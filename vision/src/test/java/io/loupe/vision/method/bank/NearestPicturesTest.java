package io.loupe.vision.method.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NearestPicturesTest {
    /** Numbers 0 to 99: 40 of picture 0, 40 of picture 1, 20 of picture 2. */
    private final PatchRows bank =
            PatchRows.wrap(numbers(100), IntStream.range(0, 100).toArray(), 40);

    private final NearestRows search = NearestRows.create(bank.values());

    @AfterEach
    void close() {
        search.close();
    }

    @Test
    void looksBeyondTheManyRowsOfTheNearestPicture() {
        assertThat(NearestPictures.rows(bank, search, numbers(1), 3)).containsExactly(0, 40, 80);
    }

    @Test
    void answersFewerWhereThereAreFewerPictures() {
        assertThat(NearestPictures.rows(bank, search, numbers(1), 7)).containsExactly(0, 40, 80);
    }

    @Test
    void answersNoMoreThanAskedFor() {
        assertThat(NearestPictures.rows(bank, search, RowMatrix.wrap(1, 1, new float[] {70}), 2))
                .containsExactly(70, 80);
    }

    private static RowMatrix numbers(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return RowMatrix.wrap(count, 1, values);
    }
}
