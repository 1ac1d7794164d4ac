package io.loupe.server.search.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.jobs.Job;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.search.PictureIndex;
import io.loupe.server.search.RebuildIndexJob;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The index that searches use. */
@Tag(name = "index", description = "The index that searches use")
@RestController
@RequestMapping("/api/index")
final class IndexController {
    private final PictureIndex index;
    private final Jobs jobs;

    /** Whether searches use the index; while it is rebuilt they go through the database, which takes longer. */
    enum IndexState {
        READY,
        REBUILDING;

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How the index is.
     *
     * @param size pictures that can be found by vector
     * @param sequence the number of the last change that is in it
     * @param behind changes that are not in it yet
     */
    record IndexStatus(
            @JsonProperty("model_name") String modelName,
            @JsonProperty("model_version") String modelVersion,
            int dimension,
            int size,
            long sequence,
            long behind,
            IndexState state) {}

    IndexController(PictureIndex index, Jobs jobs) {
        this.index = index;
        this.jobs = jobs;
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "How the index is that searches use")
    @GetMapping
    IndexStatus getIndex(Caller caller) {
        PictureIndex.Status status = index.status(caller.tenant());
        return new IndexStatus(
                status.model().name(),
                status.model().version(),
                status.model().dimension(),
                status.size(),
                status.sequence(),
                status.behind(),
                status.whole() ? IndexState.READY : IndexState.REBUILDING);
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(summary = "Fill the index anew from the database, as a job; searches go on meanwhile")
    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job rebuildIndex(Caller caller) {
        return jobs.start(caller.tenant(), RebuildIndexJob.TYPE, Map.of(), caller.person());
    }
}
