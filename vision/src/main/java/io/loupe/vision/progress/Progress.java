package io.loupe.vision.progress;

/** Told how far a long piece of work is; may be called from several threads, and must be cheap. */
@FunctionalInterface
public interface Progress {
    /** Says nothing. */
    Progress SILENT = (phase, done, total) -> {};

    /**
     * Reports one step forward.
     *
     * @param phase what is being done, as a user would say it: "reading pictures", "choosing the coreset"
     * @param done how many of {@code total} steps are finished
     */
    void report(String phase, long done, long total);
}
