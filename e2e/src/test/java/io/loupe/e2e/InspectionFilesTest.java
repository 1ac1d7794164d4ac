package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.loupe.e2e.InspectionSteps.button;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files on their way into a project and out of it: one by one, as a ZIP, out of a folder of the server, and as an export. */
final class InspectionFilesTest {
    private final Chromium chromium = Chromium.start();
    private final Page page = chromium.signIn(RunningLoupe.newTenant());

    @AfterEach
    void nothingIsWrongWithThePage() {
        try (chromium) {
            assertThat(chromium.complaintsBesideRefusals()).isEmpty();
        }
    }

    @Test
    void goodPartsComeAsAZipOrFromAFolderAndWhatIsNoPictureSaysWhy() {
        List<FilePayload> good = MadeParts.good(5);
        InspectionSteps.createProject(page, "Bracket");

        InspectionSteps.sendZip(page, with(good.subList(0, 3), MadeParts.broken()));
        Locator note = jobNote("Import of parts");
        assertThat(note).containsText("4 of 4 · 1 failed · 3 stored");
        assertThat(note).containsText("'broken.png' is not a picture of a known format");
        assertThat(MadePictures.shownOn(page)).hasCount(3);
        button(page, "Put this note away").click();
        assertThat(note).hasCount(0);

        InspectionSteps.chooseOtherWay(page, "A folder on the server");
        InspectionSteps.nameFolder(page, "/etc", "Import");
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("'/etc' is not below a folder that the setting");
        InspectionSteps.nameFolder(
                page, RunningLoupe.importFolder(with(good, MadeParts.broken())).toString(), "Import");
        assertThat(note).containsText("6 of 6 · 1 failed · 2 stored, 3 there already");
        assertThat(note).containsText("'broken.png' is not a picture of a known format");
        assertThat(MadePictures.shownOn(page)).hasCount(5);
    }

    @Test
    void whatIsNoZipOrEmptyIsRefusedWithWhatToDo() {
        InspectionSteps.createProject(page, "Bracket");

        InspectionSteps.sendZip(page, List.of());
        assertThat(page.getByText("The ZIP holds no files. Put the pictures into it")
                        .first())
                .isVisible();
        button(page, "Dismiss").click();

        FilePayload note = new FilePayload("note.txt", "text/plain", "read me".getBytes(StandardCharsets.UTF_8));
        page.getByTestId("files").setInputFiles(note);
        assertThat(page.getByText("1 file was left out").first()).isVisible();
        assertThat(page.getByText("Loupe takes JPEG, PNG, WebP, TIFF, BMP, GIF").first())
                .isVisible();
    }

    @Test
    void aDefectIsShownWithItsMask() {
        InspectionSteps.createProject(page, "Bracket");
        bringDefectsWithMasks(1);

        MadePictures.shownOn(page).first().dblclick();
        Locator mask = page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Where the defect is"));
        assertThat(mask).isVisible();
        page.getByTestId("mask").setInputFiles(MadeParts.broken());
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("'broken.png' is not a picture of a known format");
        button(page, "Remove the mask").click();
        assertThat(mask).hasCount(0);
        page.getByTestId("mask").setInputFiles(MadeParts.masks(1).getFirst());
        assertThat(mask).isVisible();
    }

    @Test
    void partsAreInspectedAsAJobAndTheirVerdictsAreExportedAsTheFilterShowsThem() {
        InspectionSteps.createProject(page, "Bracket");
        InspectionSteps.bringGoodParts(page, MadeParts.good(10));
        bringDefectsWithMasks(2);
        InspectionSteps.trainQuickly(page);
        assertThat(page.getByText("AU-PRO")).isVisible(); // which there is where there are masks

        InspectionSteps.tab(page, "Inspect");
        InspectionSteps.sendZip(page, with(MadeParts.line(3), MadeParts.broken()));
        assertThat(jobNote("Inspection")).containsText("'broken.png' is not a picture of a known format");
        showVerdicts();
        assertThat(verdicts()).hasCount(3);

        InspectionSteps.tab(page, "Inspect");
        button(page, "Put this note away").click();
        InspectionSteps.chooseOtherWay(page, "A folder on the server");
        InspectionSteps.nameFolder(
                page, RunningLoupe.importFolder(MadeParts.defective(2)).toString(), "Inspect");
        showVerdicts();
        assertThat(verdicts()).hasCount(2); // those of this job alone

        button(page, "Clear filters, and the job").click();
        assertThat(verdicts()).hasCount(5);
        page.getByLabel("Verdict").selectOption("FAIL");
        assertThat(verdicts().filter(new Locator.FilterOptions().setHasText("PASS")))
                .hasCount(0);
        assertThat(verdicts().filter(new Locator.FilterOptions().setHasText("missing-")))
                .hasCount(2);
        assertExportedAsShown();
    }

    private void assertExportedAsShown() {
        List<String> shown = page.getByTestId("history")
                .getByText(Pattern.compile("\\.png$"))
                .allTextContents();
        List<String> csv = exported("CSV, for a spreadsheet", "Bracket-history.csv");
        assertThat(csv).first().asString().startsWith("sequence,at,filename,verdict");
        assertThat(csv.stream().skip(1).map(row -> row.split(",", 5)[2]).toList())
                .isEqualTo(shown);
        assertThat(exported("JSON lines, for a program", "Bracket-history.jsonl"))
                .zipSatisfy(
                        shown,
                        (line, name) ->
                                assertThat(line).contains("\"filename\":\"%s\",\"verdict\":\"FAIL\"".formatted(name)));
    }

    @Test
    void theLibraryGivesAllThatMatch() {
        MadePictures.drop(
                page,
                Stream.concat(MadeParts.good(3).stream(), MadeParts.defective(2).stream())
                        .toList());
        assertThat(page.getByText("5 uploads are done")).isVisible();
        InspectionSteps.createProject(page, "Bracket");

        InspectionSteps.chooseOtherWay(page, "From the library");
        Locator all = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("that match"));
        assertThat(button(page, "Take 0 pictures")).isDisabled();
        assertThat(all).hasCount(0); // not everything by a slip
        page.getByRole(AriaRole.DIALOG).getByRole(AriaRole.SEARCHBOX).fill("good");
        assertThat(all).hasText("Take all 3 that match");
        all.click();

        assertThat(page.getByText("Took 3 pictures into the project").first()).isVisible();
        assertThat(MadePictures.shownOn(page)).hasCount(3);
    }

    private static List<FilePayload> with(List<FilePayload> files, FilePayload one) {
        List<FilePayload> all = new ArrayList<>(files);
        all.add(one);
        return all;
    }

    private void bringDefectsWithMasks(int count) {
        InspectionSteps.sayDefects(page, "missing");
        page.getByTestId("files")
                .setInputFiles(Stream.concat(MadeParts.defective(count).stream(), MadeParts.masks(count).stream())
                        .toArray(FilePayload[]::new));
        assertThat(page.getByText("In the project, as a defect with its mask")).hasCount(count);
        button(page, "Close").click();
    }

    private Locator jobNote(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void showVerdicts() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show its verdicts"))
                .click();
    }

    private Locator verdicts() {
        return page.getByTestId("history").getByRole(AriaRole.LISTITEM);
    }

    private List<String> exported(String format, String filename) {
        Download download = page.waitForDownload(() -> {
            button(page, "Export").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(format))
                    .click();
        });
        assertThat(download.suggestedFilename()).isEqualTo(filename);
        try {
            return Files.readAllLines(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
