package io.loupe.server.platform.form;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that all forms together may have for their files. Thread-safe. */
final class FormMemory {
    private final AtomicLong left;

    FormMemory(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Says whether so much was left; then it is taken. */
    boolean take(long bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
