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
        trainAsSet(page);
    }

    /** The same, without finding out how small a defect may be: for tests of what comes after it. */
    static void trainQuickly(Page page) {
        tab(page, "Train");
        page.getByText("More settings").click();
        page.getByLabel("Painted defects").fill("0");
        trainAsSet(page);
    }

    private static void trainAsSet(Page page) {
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

    /** Says what the next parts are. */
    static void sayDefects(Page page, String type) {
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName("Defect").setExact(true))
                .click();
        page.getByLabel("Type of defect").fill(type);
    }

    /** Hands in a ZIP file, to become a job. */
    static void sendZip(Page page, List<FilePayload> files) {
        page.waitForFileChooser(() -> chooseOtherWay(page, "A ZIP, as a job")).setFiles(MadeParts.zip(files));
    }

    /** Names a folder of the server's machine, to become a job. */
    static void nameFolder(Page page, String folder, String action) {
        page.getByLabel("Folder", new Page.GetByLabelOptions().setExact(true)).fill(folder);
        button(page, action).click();
    }

    static void chooseOtherWay(Page page, String way) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Other ways to"))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(way))
                .click();
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
