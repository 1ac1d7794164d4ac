package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.training.TrainingChoices;
import io.loupe.server.inspection.training.Trainings;
import io.loupe.server.jobs.Job;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.blindspot.BlindSpotSearch;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts trainings, and says what can be chosen of one. */
@Tag(name = "projects", description = "Products that are inspected")
@RestController
final class TrainingController {
    private final Trainings trainings;

    /** A way to learn from good pictures. */
    record MethodOption(String id, String description) {
        private static MethodOption of(AnomalyMethod method) {
            return new MethodOption(method.id(), method.summary());
        }
    }

    /**
     * What turns pictures into features.
     *
     * @param taps where in it features can be taken
     * @param defaultSize side of the square, in pixels, that pictures are squeezed to when nobody chooses
     */
    record EncoderOption(
            String id,
            String description,
            List<String> taps,
            @JsonProperty("default_size") int defaultSize) {
        private static EncoderOption of(EncoderInfo encoder) {
            return new EncoderOption(
                    encoder.id(),
                    "Licence: " + encoder.licence(),
                    encoder.taps().stream().map(tap -> tap.name()).toList(),
                    TrainingSettings.USUAL_SIZE);
        }
    }

    /** What is taken where nobody chooses. */
    record Defaults(
            String method,
            String encoder,
            int size,
            long seed,
            @JsonProperty("max_false_reject") double maxFalseReject,
            @JsonProperty("blind_spot_trials") int blindSpotTrials) {}

    record InspectionOptions(List<MethodOption> methods, List<EncoderOption> encoders, Defaults defaults) {}

    TrainingController(Trainings trainings) {
        this.trainings = trainings;
    }

    @RequiresRole(Role.ENGINEER)
    @Operation(
            summary = "Train a project's model on its good pictures",
            description =
                    "What is left out is as 'loupe train' has it, and so are the scores. The version is active when"
                            + " the job ends.")
    @PostMapping("/api/projects/{project_id}/train")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Job train(Caller caller, @PathVariable("project_id") UUID projectId, @RequestBody TrainingChoices choices) {
        return trainings.start(caller.tenant(), projectId, choices, caller.person());
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "What can be chosen of a training")
    @GetMapping("/api/inspection/options")
    InspectionOptions inspectionOptions() {
        return new InspectionOptions(
                AnomalyMethods.all().stream().map(MethodOption::of).toList(),
                Encoders.with(EncoderSettings.defaults()).list().stream()
                        .filter(encoder -> !encoder.taps().isEmpty())
                        .map(EncoderOption::of)
                        .toList(),
                new Defaults(
                        AnomalyMethods.DEFAULT_ID,
                        Encoders.defaultId(),
                        TrainingSettings.USUAL_SIZE,
                        MethodSettings.USUAL_SEED,
                        TrainingSettings.USUAL_MAX_FALSE_REJECT,
                        BlindSpotSearch.USUAL_TRIALS));
    }
}
