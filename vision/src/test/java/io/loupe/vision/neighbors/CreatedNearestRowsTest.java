package io.loupe.vision.neighbors;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class CreatedNearestRowsTest extends NearestRowsContract {
    @Override
    protected NearestRows open(RowMatrix bank) {
        return NearestRows.create(bank);
    }

    @Test
    void rejectsABankWhoseDistancesMeanNothing() {
        RowMatrix bank = RowMatrix.wrap(2, 2, new float[] {0, 0, Float.NaN, 0});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestRows.create(bank))
                .withMessageStartingWith("Bank row 1 holds a value that is not a number");
    }
}
