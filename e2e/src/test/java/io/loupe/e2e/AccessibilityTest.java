package io.loupe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds nothing serious in any room: colours are looked at in light and dark, the layout wide and narrow. */
@TestInstance(Lifecycle.PER_CLASS)
final class AccessibilityTest {
    private static final List<String> ROOMS = List.of(
            "/library",
            "/library?trash=true",
            "/search",
            "/projects",
            "/jobs",
            "/users",
            "/keys",
            "/health",
            "/library/nowhere");

    private static final List<String> TABS =
            List.of("parts", "train", "inspect", "threshold", "versions", "history", "history?sequence=1");

    private Chromium chromium;
    private String email;

    @BeforeAll
    void bringPictures() {
        chromium = Chromium.start();
        email = RunningLoupe.newTenant();
        Page page = chromium.signIn(email);
        MadePictures.drop(page, MadePictures.make(6));
        MadePictures.shownOn(page).nth(5).waitFor();
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 1280"})
    void noRoomHasASeriousBarrier(ColorScheme scheme, int width) {
        Page page = chromium.open(width, 844, scheme);
        page.navigate("/sign-in");
        assertNoBarrier(page);
        Chromium.signIn(page, email);
        for (String room : ROOMS) {
            page.navigate(room);
            assertNoBarrier(page);
        }
        page.context().close();
    }

    @Test
    void aPicturesPanelAndItsSearchHaveNone() {
        Page page = chromium.signIn(email);
        MadePictures.shownOn(page).first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find similar"))
                .waitFor();
        assertNoBarrier(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Find similar"))
                .click();
        MadePictures.shownOn(page).first().waitFor();
        assertNoBarrier(page);
    }

    @Test
    void theRoomsOfInspectionHaveNone() {
        String engineer = RunningLoupe.newTenant();
        Page first = chromium.signIn(engineer);
        first.navigate("/projects");
        assertNoBarrier(first);
        InspectionSteps.createProject(first, "Bracket");
        assertNoBarrier(first);
        InspectionSteps.bringGoodParts(first, MadeParts.good(8));
        InspectionSteps.train(first);
        InspectionSteps.inspect(first, MadeParts.defective(2));
        assertNoBarrier(first);
        InspectionSteps.button(first, "This is a defect").click();
        first.getByTestId("consequences").waitFor();
        assertNoBarrier(first);
        String project = first.url().replaceFirst("/inspect$", "");

        for (Page page :
                List.of(chromium.open(390, 844, ColorScheme.DARK), chromium.open(1920, 844, ColorScheme.LIGHT))) {
            Chromium.signIn(page, engineer);
            for (String tab : TABS) {
                page.navigate(project + "/" + tab);
                assertNoBarrier(page);
            }
            page.context().close();
        }
    }

    private static void assertNoBarrier(Page page) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        List<String> barriers = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(AccessibilityTest::describe)
                        .toList();
        assertThat(barriers).as("at %s", page.url()).isEmpty();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
