package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.report.Report.Defect;
import io.loupe.report.Report.Nearest;
import io.loupe.report.Report.Picture;
import io.loupe.report.Report.Region;
import io.loupe.report.Report.Truth;
import io.loupe.vision.map.Box;
import io.loupe.vision.threshold.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String HOSTILE = "\"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;.png";

    @Test
    void namesFromOutsideNeverBecomeMarkup() {
        Region region = new Region(
                new Box(1, 2, 3, 4), 5, 0.5, 6, HOSTILE, List.of(new Nearest(HOSTILE, new Box(1, 1, 1, 1), HOSTILE)));
        Picture picture =
                new Picture(HOSTILE, HOSTILE, Truth.DEFECTIVE, HOSTILE, Verdict.FAIL, 4, 0.5, List.of(region));
        Report report = new Report(
                HOSTILE,
                HOSTILE,
                Reports.MODEL,
                Reports.evaluationOf(1, 1, new Defect(HOSTILE, 1, 1, 0, 1, 1)),
                List.of(new Report.Plot(HOSTILE, HOSTILE)),
                List.of(picture));

        String page = HtmlReport.render(report);

        assertThat(page)
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x")
                .doesNotContain("\">&lt;");
        assertThat(page).contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
        assertThat(page.split("<script>", -1)).as("our own script and no other").hasSize(2);
    }

    @Test
    void regionSaysHowMuchOfThePictureItIs() {
        Region region = new Region(new Box(1, 2, 3, 4), 5, 0.0042, 6, null, List.of());
        Picture picture =
                new Picture("a.png", "a.png", Truth.UNKNOWN, "", Verdict.FAIL, 4, 0.123, List.of(region, region));

        assertThat(HtmlReport.render(Reports.inspection(picture)))
                .contains("12.3 % of the picture in 2 regions")
                .contains("at x 1, y 2, 3 x 4, 5 pixels (0.42 %), peak 6.00");
    }

    @Test
    void picturesAreSortedWorstFirst() {
        String page = HtmlReport.render(Reports.inspection(
                Reports.picture("calm.png", Truth.UNKNOWN, "", Verdict.PASS, 1),
                Reports.picture("worst.png", Truth.UNKNOWN, "", Verdict.FAIL, 9),
                Reports.picture("odd.png", Truth.UNKNOWN, "", Verdict.WARN, 2.5)));

        assertThat(page).containsSubsequence("pictures/worst.png", "pictures/odd.png", "pictures/calm.png");
    }

    @Test
    void reportWithoutGroundTruthLeavesOutWhatIsNotKnown() {
        String page =
                HtmlReport.render(Reports.inspection(Reports.picture("a.png", Truth.UNKNOWN, "", Verdict.WARN, 2.5)));

        assertThat(page)
                .doesNotContain("AUROC")
                .doesNotContain("By kind of defect")
                .doesNotContain("Wrong ones");
        assertThat(page)
                .contains("asked for 1.0 %; 60 good pictures support at most 4.8 %, extrapolated by a fitted tail");
        assertThat(page).contains("Painted defects found 95 times in 100", "from 28 px on");
    }

    @Test
    void reportOfNoPicturesSaysSo() {
        assertThat(HtmlReport.render(Reports.inspection())).contains("There are no pictures.");
    }

    @Test
    void figuresThatCannotBeMeasuredAreADash() {
        String page = HtmlReport.render(Reports.evaluation(Reports.evaluationOf(0.98765, Double.NaN)));

        assertThat(page).contains("<div class=\"value\">0.988</div>").contains("<div class=\"value\">\u2013</div>");
        assertThat(page).doesNotContain("NaN");
    }

    @Test
    void rejectedGoodPartsAndPassedDefectsAreWrongAndWarningsAreNot() {
        String page = HtmlReport.render(Reports.evaluation(
                Reports.evaluationOf(0.9, 0.9),
                Reports.picture("a.png", Truth.GOOD, "good", Verdict.FAIL, 4),
                Reports.picture("b.png", Truth.DEFECTIVE, "dent", Verdict.PASS, 1),
                Reports.picture("c.png", Truth.GOOD, "good", Verdict.WARN, 2.5),
                Reports.picture("d.png", Truth.DEFECTIVE, "dent", Verdict.FAIL, 5)));

        assertThat(page).contains("Wrong ones <span>2</span>");
        assertThat(page.split("data-wrong=\"true\"", -1)).hasSize(3);
    }

    @Test
    void defectTableCountsWhatWasMissed() {
        String page = HtmlReport.render(
                Reports.evaluation(Reports.evaluationOf(0.9, 0.9, new Defect("dent", 10, 6, 1, 0.95, 0.8))));

        assertThat(page)
                .contains("<tr><th scope=\"row\">dent</th><td>10</td><td>6</td><td>1</td><td>3</td>"
                        + "<td>0.950</td><td>0.800</td></tr>");
    }

    @Test
    void pathsAreEncodedSoThatTheyStayFilesBesideThePage() {
        Picture picture =
                new Picture("n", "javascript:a #1?/50%.png", Truth.UNKNOWN, "", Verdict.PASS, 1, 0, List.of());

        assertThat(HtmlReport.render(Reports.inspection(picture)))
                .contains("src=\"javascript%3Aa%20%231%3F/50%25.png\"")
                .doesNotContain("javascript:");
    }

    @Test
    void refusesAbsolutePaths() {
        Picture picture = new Picture("n", "/var/a.png", Truth.UNKNOWN, "", Verdict.PASS, 1, 0, List.of());

        assertThatThrownBy(() -> HtmlReport.render(Reports.inspection(picture)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A report refers to files beside it, got the absolute path '/var/a.png'; "
                        + "give it relative to the page");
    }

    @Test
    void everyPictureHasAnAlternativeText() {
        String page = HtmlReport.render(Reports.evaluation(
                Reports.evaluationOf(0.9, 0.9), Reports.picture("a.png", Truth.GOOD, "good", Verdict.PASS, 1)));

        assertThat(page.split("<img", -1)).hasSize(3);
        assertThat(page).contains("alt=\"ROC\"").contains("alt=\"a.png: PASS with score 1.00;");
    }
}
