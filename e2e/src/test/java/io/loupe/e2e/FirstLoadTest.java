package io.loupe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** How much a browser fetches before the page can be used. */
final class FirstLoadTest {
    private static final String PAGE = "/META-INF/loupe/console";
    private static final Pattern SCRIPT = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.js)\"");
    private static final int LIMIT_BYTES = 300_000;

    @Test
    void scriptsWeighLessThan300KilobytesCompressed() throws IOException {
        String html = new String(read("/index.html"), StandardCharsets.UTF_8);
        List<String> scripts = SCRIPT.matcher(html)
                .results()
                .map(MatchResult::group)
                .map(FirstLoadTest::address)
                .toList();

        int bytes = 0;
        for (String script : scripts) {
            bytes += compressed(read(script));
        }

        assertThat(scripts).isNotEmpty();
        assertThat(bytes).as("of %s", scripts).isBetween(10_000, LIMIT_BYTES);
    }

    @Test
    void nothingIsInlineWhichThePolicyWouldStop() throws IOException {
        String html = new String(read("/index.html"), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<style", "style=", "onload=").doesNotContainPattern("<script[^>]*>[^<]");
    }

    private static String address(String attribute) {
        return attribute.substring(attribute.indexOf('"') + 1, attribute.length() - 1);
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream in = FirstLoadTest.class.getResourceAsStream(PAGE + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
