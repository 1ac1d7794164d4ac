package io.loupe.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The frame of every page: one file with style and script inside, pictures beside it. Pictures are files, not data in
 * the page, because a report of 200 pictures would weigh some 60 MB and open slowly; so it opens at once and loads what
 * is scrolled to.
 *
 * <p>A second wall behind the escaping of {@link Html}: the content security policy names the hash of the one script
 * and the one style sheet, so that nothing else on the page can run or load from elsewhere.
 */
final class Page {
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");
    private static final String POLICY =
            "default-src 'none'; img-src 'self' file:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
                    .formatted(hash(STYLE), hash(SCRIPT));

    private Page() {}

    static String of(String title, Html body) {
        return Html.of("""
                        <!DOCTYPE html>
                        <html lang="en">
                        <head>
                        <meta charset="utf-8">
                        <meta name="viewport" content="width=device-width, initial-scale=1">
                        <meta name="color-scheme" content="light dark">
                        <meta http-equiv="Content-Security-Policy" content="{}">
                        <title>{}</title>
                        <style>{}</style>
                        </head>
                        <body>
                        {}
                        <script>{}</script>
                        </body>
                        </html>
                        """, new Html(POLICY), title, new Html(STYLE), body, new Html(SCRIPT))
                .source();
    }

    private static String resource(String name) {
        try (InputStream input = Page.class.getResourceAsStream(name)) {
            if (input == null) {
                throw new IllegalStateException("The resource %s is missing beside %s".formatted(name, Page.class));
            }
            return new String(input.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
