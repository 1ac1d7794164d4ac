package io.loupe.server.platform.web;

import io.loupe.server.platform.problem.ProblemCode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the {@code type} of every problem leads to: a page with the codes there are. */
@RestController
final class ProblemsController {
    @GetMapping(path = "/docs/problems", produces = MediaType.TEXT_HTML_VALUE)
    String problems() {
        String rows = Arrays.stream(ProblemCode.values())
                .map(code -> "<tr id=\"%1$s\"><td><code>%1$s</code></td><td>%2$d</td><td>%3$s</td></tr>"
                        .formatted(code.text(), code.status(), code.title()))
                .collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Problems - Loupe</title></head>
                <body>
                <h1>Problems</h1>
                <p>A request that fails is answered with a problem (RFC 9457). Its <code>code</code> is one of these and
                never changes its meaning; its <code>detail</code> says what to do.</p>
                <table>
                <tr><th>code</th><th>status</th><th>meaning</th></tr>
                %s
                </table>
                </body>
                </html>
                """.formatted(rows);
    }
}
