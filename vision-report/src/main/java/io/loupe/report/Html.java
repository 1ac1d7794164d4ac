package io.loupe.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of a page that is safe to put into a page. The only ways to make one escape what comes from outside: names of
 * files and defects are whatever somebody called them.
 *
 * @param source the HTML
 */
record Html(String source) {
    static final Html NONE = new Html("");

    /**
     * Fills the gaps, written {@code {}}, of a template. A gap takes {@link Html} as it is and escapes everything else,
     * so that it can stand in text and in a quoted attribute.
     *
     * @param template written by a programmer, never from outside
     * @throws IllegalArgumentException if there are more or fewer gaps than values
     */
    static Html of(String template, Object... values) {
        String[] parts = template.split("\\{\\}", -1);
        if (parts.length != values.length + 1) {
            throw new IllegalArgumentException(
                    "The template has %d gaps, but %d values were given".formatted(parts.length - 1, values.length));
        }
        StringBuilder filled = new StringBuilder(parts[0]);
        for (int i = 0; i < values.length; i++) {
            filled.append(values[i] instanceof Html html ? html.source : escaped(values[i].toString()));
            filled.append(parts[i + 1]);
        }
        return new Html(filled.toString());
    }

    static Html join(List<Html> pieces) {
        return new Html(pieces.stream().map(Html::source).collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isPrintable(character) ? character : '\ufffd');
            }
        });
        return escaped.toString();
    }

    /** Control characters, lone surrogates and marks that turn the direction of writing do not belong in a name. */
    private static boolean isPrintable(int character) {
        boolean turnsDirection =
                (character >= 0x202a && character <= 0x202e) || (character >= 0x2066 && character <= 0x2069);
        return !Character.isISOControl(character)
                && Character.getType(character) != Character.SURROGATE
                && !turnsDirection;
    }
}
