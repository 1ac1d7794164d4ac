package io.loupe.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Draws the pictures of the page in the docs, on made pictures; only when asked to, since they change with each run. */
@EnabledIfSystemProperty(named = "loupe.screenshots", matches = ".*")
final class ScreenshotsTest {
    private static final Path FOLDER = Path.of("../docs/pictures/page");
    private static final int QUALITY = 75;

    private static final Map<String, String> ROOMS =
            Map.of("library", "/library", "jobs", "/jobs", "users", "/users", "keys", "/keys", "health", "/health");

    @Test
    void everyRoomIsDrawn() throws IOException {
        Files.createDirectories(FOLDER);
        try (Chromium chromium = Chromium.start()) {
            String email = RunningLoupe.newTenant();
            List<FilePayload> pictures = MadePictures.make(48);
            draw(chromium.open(1280, 800, ColorScheme.LIGHT), "/sign-in", "sign-in");

            Page page = chromium.signIn(email);
            MadePictures.drop(page, pictures);
            assertThat(page.getByText("48 uploads are done")).isVisible();
            draw(page, "upload");
            for (Map.Entry<String, String> room : ROOMS.entrySet()) {
                draw(page, room.getValue(), room.getKey());
            }

            MadePictures.shownOn(visit(page, "/library")).nth(2).click();
            draw(page, "picture");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find similar"))
                    .click();
            MadePictures.shownOn(page).first().waitFor();
            draw(page, "search");

            Page dark = chromium.open(1280, 800, ColorScheme.DARK);
            Chromium.signIn(dark, email);
            draw(dark, "/library", "library-dark");
            Page phone = chromium.open(390, 844, ColorScheme.LIGHT);
            Chromium.signIn(phone, email);
            draw(phone, "/library", "library-phone");
        }
    }

    @Test
    void everyRoomOfInspectionIsDrawn() throws IOException {
        Files.createDirectories(FOLDER);
        try (Chromium chromium = Chromium.start()) {
            String email = RunningLoupe.newTenant();
            Page page = chromium.signIn(email);
            InspectionSteps.createProject(page, "Bracket, top view");
            InspectionSteps.bringGoodParts(page, MadeParts.good(40));
            InspectionSteps.sayDefects(page, "missing piece");
            page.getByTestId("files").setInputFiles(MadeParts.defective(6).toArray(FilePayload[]::new));
            assertThat(page.getByText("6 uploads are done")).isVisible();
            InspectionSteps.button(page, "Close").click();
            assertThat(page.getByText("All 46")).isVisible(); // not all of them are drawn
            draw(page, "parts");
            InspectionSteps.train(page);
            draw(page, "train");
            InspectionSteps.inspect(page, MadeParts.line(9));
            assertThat(page.getByText("to come")).not().isVisible();
            draw(page, "inspect");
            InspectionSteps.button(page, "This is normal").click();
            page.getByTestId("consequences").waitFor();
            draw(page, "teach");
            InspectionSteps.button(page, "Teach it").click();
            assertThat(page.getByText("Version 1.1 takes it for normal").first())
                    .isVisible();
            String project = page.url().replaceFirst("/inspect$", "");

            for (String tab : List.of("threshold", "versions", "history")) {
                draw(page, project + "/" + tab, tab);
            }
            draw(page, "/projects", "projects");

            String verdict = project + "/history?sequence=1";
            for (int width : List.of(390, 1920)) {
                Page other = chromium.open(width, width == 390 ? 844 : 1080, ColorScheme.DARK);
                Chromium.signIn(other, email);
                draw(other, verdict, width == 390 ? "verdict-phone" : "verdict-wide");
            }
        }
    }

    private static Page visit(Page page, String address) {
        page.navigate(address);
        return page;
    }

    private static void draw(Page page, String address, String name) {
        draw(visit(page, address), name);
    }

    private static void draw(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".jpg"))
                .setType(ScreenshotType.JPEG)
                .setQuality(QUALITY));
    }
}
