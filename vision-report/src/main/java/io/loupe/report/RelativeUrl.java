package io.loupe.report;

import java.nio.charset.StandardCharsets;

/** Turns a relative path into an address a page can use: whatever a file is called, it stays a file beside the page. */
final class RelativeUrl {
    private static final String PLAIN = "-._~/";

    private RelativeUrl() {}

    /**
     * Percent-encodes a path with forward slashes. A colon is encoded too, so that no name can pass for a scheme.
     *
     * @throws IllegalArgumentException if the path is absolute: the report would not work on another machine
     */
    static String of(String path) {
        if (path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "A report refers to files beside it, got the absolute path '%s'; give it relative to the page"
                            .formatted(path));
        }
        StringBuilder url = new StringBuilder();
        for (byte value : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (value & 0xff);
            boolean isLetterOrDigit = character < 128 && Character.isLetterOrDigit(character);
            if (isLetterOrDigit || PLAIN.indexOf(character) >= 0) {
                url.append(character);
            } else {
                url.append('%').append("%02X".formatted(value & 0xff));
            }
        }
        return url.toString();
    }
}
