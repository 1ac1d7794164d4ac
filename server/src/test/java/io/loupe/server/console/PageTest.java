package io.loupe.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's files, made small for tests, as a browser asks for them. */
final class PageTest {
    private static final String SCRIPT = "/assets/page-0a1b2c.js";

    private final Api browser = Api.asNobody();

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/library", "/images/01JD0000000000000000000000", "/jobs/42", "/sign-in?next=/keys"})
    void everyAddressOfThePageIsTheSameFileAskedForEachTime(String address) {
        Answer answer = browser.get(address);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.raw().body()).contains("A page for tests");
        assertThat(header(answer, "Content-Type")).startsWith("text/html");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void namedByTheirContentAssetsAreKeptForGood() {
        Answer answer = browser.get(SCRIPT);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
    }

    @Test
    void assetsAreSentCompressedToThoseWhoCanReadIt() {
        assertThat(header(browser.with("Accept-Encoding", "gzip").get(SCRIPT), "Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(header(browser.get(SCRIPT), "Content-Encoding")).isEmpty();
    }

    @Test
    void scriptsRunFromFilesOfThisServerOnly() {
        assertThat(header(browser.get("/library"), "Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe-inline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/gone.js", "/assets/../index.html", "/assets/%2e%2e/%2e%2e/loupe.yaml", "/nowhere"})
    void whatIsNoneOfItsFilesIsNotFound(String address) {
        assertThat(browser.get(address).status()).isIn(400, 404);
    }

    @Test
    void nothingIsTakenThere() {
        assertThat(browser.post("/library", "{}").status()).isEqualTo(405);
    }
}
