package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.loupe.e2e.InspectionSteps.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a quality engineer does who never saw a command line: from an empty project to a verdict, its reason and its proof. */
final class InspectionDayTest {
    private static final int GOOD_PARTS = 20;

    @Test
    void aProjectLearnsFromGoodPartsAndAVerdictIsExplainedTaughtUndoneAndProved() {
        List<FilePayload> good = MadeParts.good(GOOD_PARTS);
        List<FilePayload> defects = MadeParts.defective(2);
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.signIn(RunningLoupe.newTenant());
            InspectionSteps.createProject(page, "Bracket, top view");

            Instant begin = Instant.now();
            InspectionSteps.bringGoodParts(page, good);
            InspectionSteps.train(page);
            assertReported(page);
            Locator verdict = InspectionSteps.inspect(page, defects);
            System.out.printf(
                    "From the empty project to the first verdict: %d s%n",
                    Duration.between(begin, Instant.now()).toSeconds());

            assertThat(verdict).containsText("FAIL");
            assertExplained(page);
            teachThatItIsNormalAndUndo(page);
            assertProved(page, defects);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static void assertReported(Page page) {
        assertThat(page.getByText("At most 1 in 100 good parts fails.")).isVisible();
        assertThat(page.getByText(Pattern.compile("With 20 good parts you can claim at most [\\d.]+ %")))
                .isVisible();
        assertThat(page.getByText(Pattern.compile("From [\\d.]+ % of the picture's side on")))
                .isVisible();
    }

    private static void assertExplained(Page page) {
        assertDrawn(page.getByTestId("heatmap"));
        assertThat(button(page, "Place 1").first()).isVisible();
        Locator normal = page.getByRole(
                AriaRole.IMG,
                new Page.GetByRoleOptions().setName(Pattern.compile("A normal place, from good-\\d+\\.png")));
        assertDrawn(normal.first());
    }

    /** A picture that cannot be fetched has no width. */
    private static void assertDrawn(Locator picture) {
        picture.waitFor();
        picture.page()
                .waitForFunction("picture => picture.complete && picture.naturalWidth > 0", picture.elementHandle());
    }

    private static void teachThatItIsNormalAndUndo(Page page) {
        button(page, "This is normal").click();
        Locator consequences = page.getByTestId("consequences");
        assertThat(consequences).containsText("FAIL");
        assertThat(consequences).containsText("parts were judged again");
        button(page, "Teach it").click();
        assertThat(page.getByText("Version 1.1 takes it for normal").first()).isVisible();
        button(page, "Undo").last().click();
        assertThat(page.getByText("Taken back: version 1.2").first()).isVisible();
    }

    private static void assertProved(Page page, List<FilePayload> inspected) {
        InspectionSteps.tab(page, "History");
        for (FilePayload part : inspected) {
            assertThat(page.getByTestId("history").getByText(part.name)).isVisible();
        }
        button(page, "Verify").click();
        assertThat(page.getByTestId("verified"))
                .containsText("All %d verdicts are as they were written".formatted(inspected.size()));

        page.getByTestId("history").getByText(inspected.getFirst().name).click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("FAIL");
        page.keyboard().press("Escape");
    }
}
