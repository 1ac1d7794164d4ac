package io.loupe.server.jobs;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job as people see it.
 *
 * @param type what kind of work, as its handler is called
 * @param projectId the project that it works for; null if it works for none
 * @param progress from 0 to 1; null as long as nobody knows
 * @param done items that are done, failed ones among them
 * @param total items there are; null as long as nobody knows
 * @param message what it is at, in a few words
 * @param error why it could not go on; null unless it failed as a whole
 * @param itemsFailed items that could not be done; a retry takes these again
 */
public record Job(
        @JsonProperty("job_id") UUID id,
        String type,
        @JsonProperty("project_id") @Nullable UUID projectId,
        JobState state,
        @Nullable Double progress,
        long done,
        @Nullable Long total,
        String message,
        @Nullable String error,
        @JsonProperty("items_failed") long itemsFailed,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("finished_at") @Nullable Instant finishedAt) {

    static @Nullable Double progress(JobState state, long done, @Nullable Long total) {
        if (state == JobState.SUCCEEDED) {
            return 1.0;
        }
        return total == null || total == 0 ? null : Math.clamp((double) done / total, 0.0, 1.0);
    }
}
