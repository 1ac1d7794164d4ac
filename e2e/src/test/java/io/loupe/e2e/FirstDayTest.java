package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody does on the first day, from the door to an undo. */
final class FirstDayTest {
    private static final int PICTURES = 200;
    private static final double UPLOAD_LIMIT_MS = 900_000; // machines differ

    @Test
    void picturesAreBroughtFoundTaggedThrownAwayAndBroughtBack() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.signIn(RunningLoupe.newTenant());
            assertThat(page.getByText("Bring your first pictures")).isVisible();

            List<FilePayload> pictures = MadePictures.make(PICTURES);
            bring(page, pictures);
            searchBy(page, pictures.getFirst());
            searchByAPart(page);
            tag(page);
            throwAwayAndBringBack(page);

            assertThat(chromium.complaints()).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void bring(Page page, List<FilePayload> pictures) {
        MadePictures.drop(page, pictures);
        assertThat(page.getByText(Pattern.compile("Bringing \\d+ of %d".formatted(PICTURES))))
                .isVisible();
        assertThat(page.getByText("%d uploads are done".formatted(PICTURES)))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(UPLOAD_LIMIT_MS));
        assertThat(page.getByText("failed")).not().isVisible();
        assertThat(page.getByText("%d pictures".formatted(PICTURES))).isVisible();

        MadePictures.drop(page, pictures.subList(0, 1)); // the library has it already
        assertThat(page.getByText("%d new, 1 already there".formatted(PICTURES)))
                .isVisible();
        button(page, "Close").click();
    }

    /** The first hit of a stored picture is that picture. */
    private static void searchBy(Page page, FilePayload picture) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Search"))
                .first()
                .click();
        page.getByTestId("query").setInputFiles(picture);
        assertThat(MadePictures.shownOn(page).first()).hasAccessibleName(picture.name + ", 1.00");
    }

    private static void searchByAPart(Page page) {
        BoundingBox box = page.getByTestId("cropper").boundingBox();
        page.mouse().move(box.x + box.width * 0.2, box.y + box.height * 0.2);
        page.mouse().down();
        page.mouse().move(box.x + box.width * 0.7, box.y + box.height * 0.7);
        page.mouse().up();
        assertThat(page.getByText(Pattern.compile("A part of \\d+ x \\d+ px"))).isVisible();
        assertThat(MadePictures.shownOn(page).first()).isVisible();
        assertThat(MadePictures.shownOn(page).first()).not().hasAccessibleName(Pattern.compile(", 1\\.00"));
    }

    private static void tag(Page page) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Library"))
                .last()
                .click();
        MadePictures.shownOn(page).first().focus();
        page.keyboard().press("Space");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("Shift+ArrowRight");
        assertThat(page.getByText("3 selected")).isVisible();
        button(page, "Tag").click();
        page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill("to be checked");
        button(page, "Add tag").click();
        assertNotice(page, "Tagged 3 pictures \"to be checked\"");
    }

    private static void throwAwayAndBringBack(Page page) {
        button(page, "Move to trash").click();
        assertNotice(page, "Moved 3 pictures to the trash");
        assertThat(page.getByText("%d pictures".formatted(PICTURES - 3))).isVisible();
        button(page, "Undo").last().click();
        assertThat(page.getByText("%d pictures".formatted(PICTURES))).isVisible();
    }

    /** A notice is there twice for a moment: to be seen, and to be read aloud. */
    private static void assertNotice(Page page, String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }
}
