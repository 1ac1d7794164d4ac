package io.loupe.server.jobs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a running job has reported and the database does not have yet. Its texts are cut to what a row can hold. */
final class Unsaved {
    private static final int LONGEST_TEXT = 2_000;

    long done;

    @Nullable
    Long total;

    String message;

    @Nullable
    String checkpoint;

    final Deque<String> lines = new ArrayDeque<>();
    final Map<String, Failure> failures = new LinkedHashMap<>();
    private boolean something;

    record Failure(String stage, String error) {}

    Unsaved(long done, @Nullable Long total, String message) {
        this.done = done;
        this.total = total;
        this.message = message;
    }

    void touch() {
        something = true;
    }

    boolean isEmpty() {
        return !something;
    }

    int size() {
        return lines.size() + failures.size();
    }

    void saved() {
        something = false;
        checkpoint = null;
        lines.clear();
        failures.clear();
    }

    /** A text that came from wherever, as PostgreSQL takes it: without zero characters and halves of pairs, not too long. */
    static String text(String any) {
        String cut = any.length() > LONGEST_TEXT ? any.substring(0, LONGEST_TEXT) + "..." : any;
        return new String(cut.replace('\0', '\uFFFD').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
