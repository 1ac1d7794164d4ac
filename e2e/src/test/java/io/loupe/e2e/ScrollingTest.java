package io.loupe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Measures, and so runs only when asked to: on a machine that does much else it says nothing. */
@EnabledIfSystemProperty(named = "loupe.timed", matches = ".*")
final class ScrollingTest {
    private static final int PICTURES = 10_000;
    private static final int LONG_TASK_MS = 50;

    @Test
    void tenThousandThumbnailsScrollWithoutALongTask() {
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.signIn(RunningLoupe.newTenant());
            MadePictures.drop(page, MadePictures.make(1));
            String preview = MadePictures.shownOn(page).first().locator("img").getAttribute("src");
            page.route(
                    "**/api/images?*",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("application/json")
                            .setBody(rows(preview))));
            page.navigate("/library");
            MadePictures.shownOn(page).first().waitFor();
            page.waitForTimeout(2_000); // what the first paint needs is not part of it

            List<?> tasks = (List<?>) page.evaluate("""
                    async () => {
                      const tasks = [];
                      const observer = new PerformanceObserver(list => tasks.push(...list.getEntries().map(e => e.duration)));
                      observer.observe({ type: "longtask" });
                      const grid = document.querySelector("[data-testid=grid]");
                      const end = grid.scrollHeight - grid.clientHeight;
                      for (let step = 1; step <= 300; step++) {
                        grid.scrollTop = (end * step) / 300;
                        await new Promise(requestAnimationFrame);
                      }
                      await new Promise(done => setTimeout(done, 200));
                      return tasks;
                    }""");

            assertThat(page.getByText("part-%d.jpg".formatted(PICTURES - 1)).isVisible())
                    .isTrue();
            assertThat(tasks).as("tasks longer than %d ms", LONG_TASK_MS).isEmpty();
        }
    }

    /** As the API gives them; only names and pictures are looked at. Each picture has an address of its own. */
    private static String rows(String preview) {
        return IntStream.range(0, PICTURES)
                .mapToObj(number -> """
                        {"image_id":"%026d","name":"part-%d.jpg","tags":[],"objects":[],"preview_url":"%s&n=%d"}""".formatted(number, number, preview, number))
                .collect(Collectors.joining(",", "{\"items\":[", "],\"next\":null}"));
    }
}
