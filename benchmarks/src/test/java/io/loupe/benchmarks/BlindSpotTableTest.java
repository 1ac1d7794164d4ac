package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.benchmarks.BlindSpotTable.Row;
import io.loupe.samples.Product;
import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.synthetic.SyntheticKind;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BlindSpotTableTest {
    private static final SmallestFound TENTH = new SmallestFound(0.1, 0.08, 0.13);
    private static final SmallestFound NEVER =
            new SmallestFound(Double.POSITIVE_INFINITY, 0.4, Double.POSITIVE_INFINITY);

    @Test
    void isRightWhereTheTrueSizeLiesBetweenTwoThirdsAndOneAndAHalf() {
        assertThat(row(TENTH, 0.9, 0.96).passes()).isTrue();
        assertThat(row(TENTH, 0.96, 0.99).passes()).as("too large").isFalse();
        assertThat(row(TENTH, 0.7, 0.94).passes()).as("too small").isFalse();
        assertThat(row(NEVER, 0.7, 0.96).passes()).as("none reported").isFalse();
    }

    @Test
    void pageNamesEachPartItsFiguresAndItsKinds() {
        String page = new BlindSpotTable(List.of(row(TENTH, 0.9, 0.96), row(TENTH, 0.7, 0.94)), 30).markdown();

        assertThat(page)
                .contains("30 fresh parts,", "300 of each size")
                .contains("| cap | 25.6 px (10.0 %) | 20.5 to 33.3 px | 0.900 | 0.950 | 0.960 | yes | 12 |")
                .contains("| 0.940 | **no** | 12 |")
                .contains("| scratch | none | none |")
                .contains("| paste | 26 | 26 |");
    }

    private static Row row(SmallestFound overall, double below, double above) {
        Map<SyntheticKind, SmallestFound> kinds = new EnumMap<>(SyntheticKind.class);
        for (SyntheticKind kind : SyntheticKind.values()) {
            kinds.put(kind, kind == SyntheticKind.SCRATCH ? NEVER : TENTH);
        }
        BlindSpots spots =
                new BlindSpots(600, overall, kinds, Collections.nCopies(BlindSpots.SIDE * BlindSpots.SIDE, 0.1));
        return new Row(Product.CAP, spots, 256, below, 0.95, above, Duration.ofSeconds(12));
    }
}
