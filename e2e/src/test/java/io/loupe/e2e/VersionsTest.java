package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.loupe.e2e.InspectionSteps.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version as a file: out, in again, in use, and out of use. */
final class VersionsTest {
    @Test
    void aVersionIsDownloadedUploadedActivatedComparedAndRolledBack(@TempDir Path folder) {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.signIn(RunningLoupe.newTenant());
            InspectionSteps.createProject(page, "Bracket");
            InspectionSteps.bringGoodParts(page, MadeParts.good(10));
            InspectionSteps.trainQuickly(page);
            InspectionSteps.tab(page, "Versions");
            Path file = download(page, folder);

            page.getByTestId("model").setInputFiles(MadeParts.broken());
            assertThat(page.getByText("'broken.png' is not a Loupe model file").first())
                    .isVisible();
            button(page, "Dismiss").click();

            page.getByTestId("model").setInputFiles(file);
            assertThat(page.getByText("Version 2.0 passed its self-test").first())
                    .isVisible();
            assertThat(judging(page)).containsText("1.0");
            button(page, "Activate").click();
            assertThat(judging(page)).containsText("2.0");

            assertCompared(page);

            button(page, "Roll back").click();
            assertThat(judging(page)).containsText("1.0");
            assertThat(chromium.complaintsBesideRefusals()).isEmpty();
        }
    }

    private static Path download(Page page, Path folder) {
        Download download = page.waitForDownload(() -> {
            button(page, "More for version 1.0").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Download"))
                    .click();
        });
        assertThat(download.suggestedFilename()).isEqualTo("Bracket-1.0.loupe");
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    private static void assertCompared(Page page) {
        page.getByLabel("Compare version 1.0").check();
        page.getByLabel("Compare version 2.0").check();
        Locator table = page.getByRole(AriaRole.TABLE);
        Locator origin = table.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("Came about by"));
        assertThat(origin).containsText("training");
        assertThat(origin).containsText("upload");
        Locator limits = table.getByRole(AriaRole.ROW, new Locator.GetByRoleOptions().setName("Fails above"))
                .getByRole(AriaRole.CELL);
        assertThat(limits.last()).hasText(limits.first().innerText()); // it is the same model
        assertThat(page.getByText("Which pictures they do not share is not known"))
                .isVisible();
    }

    /** The version that judges now. */
    private static Locator judging(Page page) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions().setHasText("Judges now"));
    }
}
