package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;

/** What a quality engineer does on the page, step by step. */
final class InspectionSteps {
    private static final double TRAINING_LIMIT_MS = 600_000; // machines differ

    private InspectionSteps() {}

    /** Makes a project and stays at its parts. */
    static void createProject(Page page, String name) {
        page.navigate("/projects");
        button(page, "New project").click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        button(page, "Create project").click();
        assertThat(heading(page, "Show it good parts")).isVisible();
    }

    /** Drops good parts on the project that is open. */
    static void bringGoodParts(Page page, List<FilePayload> parts) {
        MadePictures.drop(page, heading(page, "Show it good parts"), parts);
        assertThat(page.getByText("%d uploads are done".formatted(parts.size())))
                .isVisible();
        assertThat(MadePictures.shownOn(page)).hasCount(parts.size());
        button(page, "Close").click();
    }

    /** Trains with what is preset, and waits for the report. */
    static void train(Page page) {
        tab(page, "Train");
        button(page, "Train").click();
        assertThat(page.getByText("What version 1.0 can do"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(TRAINING_LIMIT_MS));
    }

    /** Hands in parts where none has been yet, and waits for the verdict of the first. */
    static Locator inspect(Page page, List<FilePayload> parts) {
        tab(page, "Inspect");
        MadePictures.drop(page, heading(page, "Inspect parts"), parts);
        Locator verdict = page.getByTestId("verdict");
        verdict.waitFor();
        return verdict;
    }

    static void tab(Page page, String name) {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Parts of this project"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .click();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }
}
