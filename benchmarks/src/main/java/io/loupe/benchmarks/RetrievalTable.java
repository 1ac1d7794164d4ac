package io.loupe.benchmarks;

import java.util.List;
import java.util.Locale;

/** How well encoders find pictures of the same kind, as a page of documentation. */
record RetrievalTable(List<Row> rows) {
    RetrievalTable {
        rows = List.copyOf(rows);
    }

    /**
     * One encoder.
     *
     * @param milliseconds for each picture, from its file to its vector
     */
    record Row(String encoder, int dimension, double meanAveragePrecision, double precisionAt5, double milliseconds) {
        static Row of(String encoder, LeaveOneOut search, double milliseconds) {
            return new Row(
                    encoder,
                    search.dimension(),
                    search.meanAveragePrecision(),
                    search.meanPrecisionAt(5),
                    milliseconds);
        }

        /** The mean average precision that must be reached; 0 where none is asked. */
        private double bar() {
            return encoder.equals("coco-mobilenet-v3") ? 0.44 : 0;
        }

        boolean passes() {
            return meanAveragePrecision >= bar();
        }

        String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%s: mean average precision %.3f, precision at 5 %.3f%s",
                    encoder,
                    meanAveragePrecision,
                    precisionAt5,
                    passes() ? "" : " - BELOW THE BAR " + bar());
        }

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %.3f | %.0f | %s |%n",
                    encoder,
                    dimension,
                    meanAveragePrecision,
                    precisionAt5,
                    milliseconds,
                    bar() == 0 ? "" : bar() + (passes() ? "" : " **missed**"));
        }
    }

    boolean passes() {
        return rows.stream().allMatch(Row::passes);
    }

    String markdown() {
        StringBuilder page = new StringBuilder("""
                # Finding pictures of the same kind

                Measured by `./loupe test --retrieval`, which writes this page: 1,300 photographs of 52 kinds (25 each, a
                sample of Caltech-101). Each in turn asks for the others by cosine similarity of the vectors that
                `./loupe embed` writes, with default settings. Mean average precision counts every rank, precision at 5
                is the share of the right kind among the first five; picking at random gives 0.02 of both. The command
                fails where a bar (mean average precision) is missed. Times are from file to vector, on the machine at
                hand, and only for orientation.

                | encoder | dimension | mean average precision | precision at 5 | picture, ms | bar |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """);
        rows.forEach(row -> page.append(row.line()));
        return page.toString();
    }
}
