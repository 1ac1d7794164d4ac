package io.loupe.benchmarks;

import io.loupe.vision.metric.MeanAndDeviation;
import java.util.List;
import java.util.Locale;

/** The accuracy table as a page of documentation. */
record AcceptanceTable(List<AcceptanceRow> rows, int seeds) {
    AcceptanceTable {
        rows = List.copyOf(rows);
    }

    String markdown() {
        StringBuilder page = new StringBuilder("""
                # Accuracy

                Measured by `./loupe test --acceptance` on the day given in each row; `--method` and `--encoder` measure some
                rows anew. Pictures are squeezed to 256 x 256, every category gets the same defaults, figures are means over
                %d seeds (with their standard deviation), metrics at the masks' own size, AU-PRO up to a false positive rate
                of 0.3. "False rejects" is the share of good test pictures that FAIL where at most 0.01 was promised from the
                good training pictures alone. The bar (image AUROC / pixel AUROC / AU-PRO) is what the row must reach; the
                command fails where it does not. Times are of the machine at hand and only for orientation; ratios are in
                [benchmarks.md](benchmarks.md).

                | method | encoder | category | image AUROC | pixel AUROC | AU-PRO | false rejects | training, s | picture, ms | bar | measured |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """.formatted(seeds));
        rows.forEach(row -> page.append(line(row)));
        return page.toString();
    }

    private static String line(AcceptanceRow row) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %.3f | %.1f | %.0f | %s | %s |%n",
                row.contender().method(),
                row.contender().encoder(),
                row.category(),
                cell(row.imageAuroc()),
                cell(row.pixelAuroc()),
                cell(row.auPro()),
                row.falseRejects(),
                row.trainSeconds(),
                row.millisecondsPerPicture(),
                row.bar() + (row.passes() ? "" : " **missed**"),
                row.measured());
    }

    private static String cell(MeanAndDeviation metric) {
        return Double.isNaN(metric.deviation())
                ? String.format(Locale.ROOT, "%.3f", metric.mean())
                : String.format(Locale.ROOT, "%.3f ± %.3f", metric.mean(), metric.deviation());
    }
}
