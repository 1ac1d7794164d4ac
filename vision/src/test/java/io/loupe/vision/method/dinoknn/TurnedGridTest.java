package io.loupe.vision.method.dinoknn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TurnedGridTest {
    private static final TurnedGrid SQUARE = new TurnedGrid(5, 5);

    @Test
    void uprightCellsStayWhereTheyAre() {
        assertThat(SQUARE.uprightCell(13, 0)).isEqualTo(13);
    }

    @Test
    void quarterTurnBringsTheRightEdgeToTheTop() {
        int topLeft = 0;
        int topRight = 4;
        assertThat(SQUARE.uprightCell(topLeft, 90)).isEqualTo(topRight);
    }

    @Test
    void halfTurnSwapsOppositeCells() {
        assertThat(new TurnedGrid(4, 6).uprightCell(1, 180)).isEqualTo(22);
    }

    @Test
    void cornersFilledByMirroringLeadInside() {
        for (int cell = 0; cell < 25; cell++) {
            assertThat(SQUARE.uprightCell(cell, 45)).isBetween(0, 24);
        }
    }
}
