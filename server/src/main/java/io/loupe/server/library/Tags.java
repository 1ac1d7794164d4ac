package io.loupe.server.library;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a tag may be: a few words, without control characters and without the comma that separates tags in forms. */
final class Tags {
    static final int MOST = 100;
    private static final int LONGEST = 100;
    private static final Pattern REFUSED = Pattern.compile("[,\\p{Cc}]");

    private Tags() {}

    /**
     * These tags without blanks around them, each once.
     *
     * @throws ProblemException naming the tag that is none
     */
    static List<String> checked(List<String> given) {
        Set<String> tags = new LinkedHashSet<>();
        for (String tag : given) {
            String stripped = String.valueOf(tag).strip(); // JSON may hold a null
            if (tag == null
                    || stripped.isEmpty()
                    || stripped.length() > LONGEST
                    || REFUSED.matcher(stripped).find()) {
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT,
                        "A tag has from 1 to %d characters without commas and control characters; '%s' is none."
                                .formatted(LONGEST, tag));
            }
            tags.add(stripped);
        }
        if (tags.size() > MOST) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "A picture has at most %d tags, got %d.".formatted(MOST, tags.size()));
        }
        return List.copyOf(tags);
    }
}
