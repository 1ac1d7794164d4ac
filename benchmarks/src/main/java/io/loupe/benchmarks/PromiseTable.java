package io.loupe.benchmarks;

import io.loupe.benchmarks.PromiseRow.Check;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The check of the promise as a page of documentation. */
record PromiseTable(List<PromiseRow> rows) {
    PromiseTable {
        rows = List.copyOf(rows);
    }

    boolean holds() {
        return rows.stream().allMatch(PromiseRow::holds);
    }

    String markdown() {
        return """
                # The promise

                Measured by `./loupe test --promise`, which writes this page: `patch-lof` with the default encoder at 256 x 256
                learns from the good pictures of a category, promises that at most 5 %% (1 %%) of good parts FAIL, and meets the
                good test pictures. "Parts" counts pictures of one part once. "Stated" is the upper limit that the promise comes
                with, at 95 %% confidence, from the held-out good pictures alone; a star marks a promise that is extrapolated,
                because there are too few of them to see the rate. "p" is the probability of as many rejects or more if the
                stated limit holds (exact binomial tail): the command fails where one is below 0.01. "Fresh to held out" is the
                mean score of the good test pictures in units of that of the held-out ones; 1 is what the promise rests on. The
                seeds share their pictures, so three rows of a category are not three independent tests; test pictures of one
                part are rejected together and counted apart, which makes the test stricter than it says; and 12 pictures can
                only show gross faults.

                | category | seed | parts | fresh to held out | %s |
                | --- | ---: | ---: | ---: | %s |
                """.formatted(
                                heads(),
                                PromiseRow.RATES.stream()
                                        .map(rate -> "---: | ---: | ---:")
                                        .collect(Collectors.joining(" | ")))
                + rows.stream().map(PromiseTable::line).collect(Collectors.joining())
                + "\n"
                + PromiseRow.RATES.stream().map(this::total).collect(Collectors.joining());
    }

    private static String heads() {
        return PromiseRow.RATES.stream()
                .map(rate -> "rejected at %s | stated | p".formatted(percent(rate)))
                .collect(Collectors.joining(" | "));
    }

    private static String line(PromiseRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.3f | %s |%n",
                row.category(),
                row.seed(),
                row.parts(),
                row.freshToHeldOut(),
                row.checks().stream().map(PromiseTable::cells).collect(Collectors.joining(" | ")));
    }

    private static String cells(Check check) {
        return String.format(
                Locale.ROOT,
                "%d of %d | %s%s | %.3f%s",
                check.rejected(),
                check.pictures(),
                percent(check.bound()),
                check.extrapolated() ? "*" : "",
                check.probability(),
                check.holds() ? "" : " **broken**");
    }

    private String total(double rate) {
        List<Check> checks = rows.stream()
                .flatMap(row -> row.checks().stream())
                .filter(check -> check.promised() == rate)
                .toList();
        int rejected = checks.stream().mapToInt(Check::rejected).sum();
        int pictures = checks.stream().mapToInt(Check::pictures).sum();
        return String.format(
                Locale.ROOT,
                "Promised %s: %d of %d rejected, %s.%n",
                percent(rate),
                rejected,
                pictures,
                percent((double) rejected / pictures));
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
    }
}
