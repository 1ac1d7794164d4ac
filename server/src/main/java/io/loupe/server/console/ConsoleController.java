package io.loupe.server.console;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers every address of the page with its one HTML file; what to show there, the page finds out by itself. Its rooms are
 * named here one by one, so that an address that nobody knows is still told so.
 */
@RestController
final class ConsoleController {
    private static final String WITHOUT_PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>Loupe</title></head>
            <body>
            <h1>Loupe is running, without its page</h1>
            <p>It was built without Node, and so without the page that belongs here. Build it with Node.js
            (<code>./loupe start</code> in place of <code>./loupe --without-network start</code>) to have it.</p>
            <p>Everything else is here: <a href="/docs">the API</a>.</p>
            </body>
            </html>
            """;

    private final Resource page = new ClassPathResource(ConsoleConfiguration.FILES + "index.html");

    @GetMapping({
        "/",
        "/sign-in",
        "/library/**",
        "/images/**",
        "/search/**",
        "/projects/**",
        "/jobs/**",
        "/users/**",
        "/keys/**",
        "/health/**"
    })
    ResponseEntity<?> page() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_HTML)
                .cacheControl(CacheControl.noCache())
                .body(page.exists() ? page : WITHOUT_PAGE);
    }
}
