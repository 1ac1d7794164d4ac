package io.loupe.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What detectors find in photographs, as a page of documentation.
 *
 * @param detectors ids, in the order of the columns
 */
record DetectionTable(List<String> detectors, List<Row> rows) {
    DetectionTable {
        detectors = List.copyOf(detectors);
        rows = List.copyOf(rows);
    }

    /** One kind of thing, with a score for each detector. */
    record Row(DetectionSubject subject, List<DetectionScore> scores) {
        Row {
            scores = List.copyOf(scores);
        }

        private String line() {
            return "| %s | %s | %s |%n".formatted(subject.folder(), subject.label(), cells(scores));
        }
    }

    String markdown() {
        StringBuilder page = new StringBuilder("""
                # What detectors find

                Measured by `./loupe test --detection`, which writes this page, on 25 photographs of each of eleven kinds of
                things. "Found" is the share of pictures with an object of the right label at a score of 0.2 or more, "best"
                the share where no other object has a higher score. The pictures come with one name and no boxes, so nothing
                is said about places, about other things in the pictures, or about mean average precision. Some are drawings
                or cut-outs on white. Times are of the machine at hand, after decoding, and only for orientation.

                """);
        page.append("| pictures of | label | ")
                .append(detectors.stream()
                        .map(detector -> "`%s` found | best".formatted(detector))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n")
                .append("| --- | --- |")
                .append(" ---: | ---: |".repeat(detectors.size()))
                .append('\n');
        rows.forEach(row -> page.append(row.line()));
        List<DetectionScore> totals =
                IntStream.range(0, detectors.size()).mapToObj(this::total).toList();
        page.append("| **all** | | %s |%n".formatted(cells(totals)));
        page.append("| *milliseconds per picture* | | %s |%n"
                .formatted(totals.stream()
                        .map(total -> String.format(Locale.ROOT, "%.0f |", total.millisecondsPerPicture()))
                        .collect(Collectors.joining(" | "))));
        return page.toString();
    }

    private DetectionScore total(int detector) {
        return rows.stream().map(row -> row.scores().get(detector)).reduce(DetectionScore.NONE, DetectionScore::plus);
    }

    private static String cells(List<DetectionScore> scores) {
        return scores.stream()
                .map(score -> String.format(Locale.ROOT, "%.2f | %.2f", score.foundShare(), score.bestShare()))
                .collect(Collectors.joining(" | "));
    }
}
