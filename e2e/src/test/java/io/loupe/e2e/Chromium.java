package io.loupe.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One browser for a class of tests. What a page complains of in its console is kept, and is a defect. */
final class Chromium implements AutoCloseable {
    private static final Optional<Path> PROGRAM = Stream.of(
                    Objects.requireNonNullElse(System.getenv("LOUPE_CHROMIUM"), "/usr/bin/chromium"),
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();

    private static final String NODE = Stream.of(System.getenv("PATH").split(":"))
            .map(folder -> Path.of(folder, "node"))
            .filter(Files::isExecutable)
            .findFirst()
            .map(Path::toString)
            .orElse("node");

    private static final Pattern REFUSAL = Pattern.compile("the server responded with a status of 4(15|22)");

    /** Machines differ. */
    private static final int PATIENCE_MS = 60_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path program) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1", "PLAYWRIGHT_NODEJS_PATH", NODE)));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setChromiumSandbox(false) // which root may not use
                        .setArgs(List.of("--disable-dev-shm-usage")));
    }

    /** Starts it, or skips the test where there is none. */
    static Chromium start() {
        assumeTrue(
                PROGRAM.isPresent(),
                "no Chromium here: install it (Debian: apt install chromium), or name it in LOUPE_CHROMIUM");
        return new Chromium(PROGRAM.orElseThrow());
    }

    /** A window of somebody who has not been here before. */
    Page open(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(RunningLoupe.address().toString())
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.setDefaultTimeout(PATIENCE_MS);
        return page;
    }

    /** A window in which somebody has signed in and seen the tour. */
    Page signIn(String email) {
        Page page = open(1280, 800, ColorScheme.LIGHT);
        signIn(page, email);
        return page;
    }

    static void signIn(Page page, String email) {
        page.navigate("/sign-in");
        page.evaluate("localStorage.setItem('loupe.tour', 'seen')");
        page.getByLabel("E-mail address").fill(email);
        page.getByLabel("Password").fill(RunningLoupe.PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.waitForURL("**/library");
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The complaints but for requests that the server refused: a browser writes these down, too. */
    List<String> complaintsBesideRefusals() {
        return complaints.stream()
                .filter(complaint -> !REFUSAL.matcher(complaint).find())
                .toList();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
