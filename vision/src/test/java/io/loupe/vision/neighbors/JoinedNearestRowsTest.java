package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.testkit.Seeded;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A third of the rows is added to the others. */
@Seeded
final class JoinedNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        bank.requireMeasurable("Bank");
        int first = bank.rows() - bank.rows() / 3;
        return NearestRows.joined(
                NearestRows.create(bank.select(new RowRange(0, first))), bank.select(new RowRange(first, bank.rows())));
    }

    @Test
    void findsAddedRowsWhereAllOthersAreLeftOut(Random random) {
        RowMatrix rows = fineRows(5, 3, random);
        try (NearestRows joined = NearestRows.joined(NearestRows.create(rows), fineRows(2, 3, random))) {
            Neighbors found = joined.find(rows, 2, new RowRange(0, 5));
            assertThat(found.row(0, 0) + found.row(0, 1)).isEqualTo(5 + 6);
        }
    }

    @Test
    void refusesRowsOfAnotherDimension(Random random) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> NearestRows.joined(NearestRows.create(fineRows(5, 3, random)), fineRows(2, 4, random)))
                .withMessage("Rows of 4 dimensions cannot be added to rows of 3");
    }
}
