package io.loupe.server.library.filter;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a filter, gathered so that it can be told at once. */
final class Mistakes {
    private static final int ENOUGH = 10;
    private static final int LONGEST_QUOTE = 40;

    private final List<String> sentences = new ArrayList<>();

    /** Says what is wrong at a path; the filter as a whole has the empty one. */
    void add(String path, String what) {
        sentences.add((path.isEmpty() ? "filter" : path) + " " + what);
    }

    /** Nobody reads more. */
    boolean areEnough() {
        return sentences.size() >= ENOUGH;
    }

    void throwIfAny() {
        if (!sentences.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "The filter is not valid: %s.".formatted(String.join("; ", sentences)));
        }
    }

    /** What somebody sent, short enough to be quoted. */
    static String cut(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
    }
}
