package io.loupe.server.jobs;

/**
 * Does the jobs of one type; a Spring bean.
 *
 * <p>A server may be killed at any moment, and the job then begins again with its last checkpoint: whatever was done after
 * it is done twice, and must not do harm then. One bad item never ends a job: it is reported ({@link JobRun#failed}) and
 * the next one taken.
 */
public interface JobHandler {
    /** What its jobs are called, in the API as well: {@code import}. */
    String type();

    /**
     * Does a job to its end, or stops early when told to ({@link JobRun#cancelRequested}).
     *
     * @throws Exception if the job cannot go on: it has failed then. The sentence of a {@code ProblemException} is shown to
     *     people, anything else is logged
     */
    void run(JobRun run) throws Exception;
}
