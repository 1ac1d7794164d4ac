package io.loupe.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From which cosine on pictures count as near copies, and what that finds, as a page of documentation. */
record NearDuplicateTable(List<Row> rows, List<Pair> pairs) {
    /** The share of pictures that may have a look-alike which is no copy. */
    static final double ALLOWED = 0.02;

    NearDuplicateTable {
        rows = List.copyOf(rows);
        pairs = List.copyOf(pairs);
    }

    /**
     * One encoder.
     *
     * @param limit the cosine from which on pictures count as near copies
     * @param mistaken share of the pictures that have such a near copy which is none
     * @param lowestLimit the smallest cosine at which no more than the allowed share would be mistaken
     * @param found share of the copies that are found, by what was done to them
     */
    record Row(String encoder, double limit, double mistaken, double lowestLimit, Map<Alteration, Double> found) {
        boolean passes() {
            return mistaken <= ALLOWED;
        }

        String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%s: %.2f %% mistaken at %s; the least limit would be %.5f%s",
                    encoder,
                    100 * mistaken,
                    limit,
                    lowestLimit,
                    passes() ? "" : " - TOO MANY");
        }
    }

    /** Two real pictures and how alike the encoders find them, in the order of the rows. */
    record Pair(String what, List<Double> cosines) {}

    boolean passes() {
        return rows.stream().allMatch(Row::passes);
    }

    String markdown() {
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                """
                # Near duplicates

                Measured by `./loupe test --near-duplicates`, which writes this page. A network says from which cosine of its
                vectors on two pictures count as near copies (`near_duplicate_cosine` in its `model.json`; a constant for
                `filter-bank`). The rule is the same for all: the smallest cosine at which no more than %.0f of 100 different
                photographs have one among 1,339 others that is taken for a copy. The command fails where the limit in use
                allows more.

                The photographs are 1,340 of Caltech-101, of which pairs that are known to be the same are left out. Every
                sixth was altered in eight ways; the table says which share of the copies is found by the cosine alone.
                The perceptual hash that Loupe keeps beside the vector, which minds neither size nor brightness, is not asked.

                | | %s |
                | --- | %s |
                """,
                100 * ALLOWED,
                rows.stream().map(row -> "`" + row.encoder() + "`").collect(Collectors.joining(" | ")),
                rows.stream().map(_ -> "---:").collect(Collectors.joining(" | "))));
        page.append(line("limit in use", row -> String.valueOf(row.limit())));
        page.append(line("mistaken, %", row -> String.format(Locale.ROOT, "%.2f", 100 * row.mistaken())));
        page.append(line("smallest allowed", row -> String.format(Locale.ROOT, "%.5f", row.lowestLimit())));
        for (Alteration alteration : Alteration.values()) {
            page.append(line(
                    "found: " + alteration.text(),
                    row -> String.format(Locale.ROOT, "%.2f", row.found().getOrDefault(alteration, Double.NaN))));
        }
        page.append("""

                Real pairs, objects of UKBench as imagededup's tests have them, and their cosines:

                """);
        page.append("| | %s |%n"
                .formatted(rows.stream().map(row -> "`" + row.encoder() + "`").collect(Collectors.joining(" | "))));
        page.append("| --- | %s |%n".formatted(rows.stream().map(_ -> "---:").collect(Collectors.joining(" | "))));
        for (Pair pair : pairs) {
            page.append("| %s | %s |%n"
                    .formatted(
                            pair.what(),
                            pair.cosines().stream()
                                    .map(cosine -> String.format(Locale.ROOT, "%.4f", cosine))
                                    .collect(Collectors.joining(" | "))));
        }
        return page.toString();
    }

    private String line(String what, Function<Row, String> value) {
        return "| %s | %s |%n".formatted(what, rows.stream().map(value).collect(Collectors.joining(" | ")));
    }
}
