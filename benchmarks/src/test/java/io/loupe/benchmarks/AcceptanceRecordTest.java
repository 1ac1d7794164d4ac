package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.benchmarks.Acceptance.Contender;
import io.loupe.vision.metric.MeanAndDeviation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AcceptanceRecordTest {
    private static final Contender FIRST = new Contender("patchcore", "a");
    private static final Contender SECOND = new Contender("patchcore", "b");
    private static final List<Contender> ORDER = List.of(FIRST, SECOND);
    private static final List<String> CATEGORIES = List.of("screw", "cloth");

    @TempDir
    private Path docs;

    @Test
    void keepsTheRowsThatWereNotMeasuredAnew() {
        AcceptanceRow kept = row(FIRST, "screw", 0.9);
        AcceptanceRow stale = row(SECOND, "screw", 0.1);
        AcceptanceRow anew = row(SECOND, "screw", 0.8);
        AcceptanceRecord.in(docs).with(List.of(stale, kept), ORDER, CATEGORIES).write(3);

        AcceptanceRecord.in(docs).with(List.of(anew), ORDER, CATEGORIES).write(3);

        assertThat(AcceptanceRecord.in(docs).rows()).containsExactly(kept, anew);
        assertThat(docs.resolve("acceptance.md")).content().contains("0.900").contains("0.800");
    }

    @Test
    void forgetsContendersThatAreGone() {
        AcceptanceRecord.in(docs)
                .with(List.of(row(FIRST, "cloth", 0.5)), ORDER, CATEGORIES)
                .write(3);

        assertThat(AcceptanceRecord.in(docs)
                        .with(List.of(), List.of(SECOND), CATEGORIES)
                        .rows())
                .isEmpty();
    }

    private static AcceptanceRow row(Contender contender, String category, double auroc) {
        MeanAndDeviation unknown = MeanAndDeviation.of();
        return new AcceptanceRow(
                contender, category, MeanAndDeviation.of(auroc), unknown, unknown, 0, 1, 1, "2026-01-02");
    }
}
