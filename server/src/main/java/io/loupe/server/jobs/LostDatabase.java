package io.loupe.server.jobs;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/** Tells a database that is away for a moment, which is no fault of a job, from everything else. */
final class LostDatabase {
    private LostDatabase() {}

    static boolean isReasonOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException || cause instanceof TransactionException) {
                return true;
            }
        }
        return false;
    }
}
