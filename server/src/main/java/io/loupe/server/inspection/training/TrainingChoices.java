package io.loupe.server.inspection.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose of a training; what is left out is as the command line has it.
 *
 * @param size side of the square, in pixels, that pictures are squeezed to
 * @param taps where in the encoder features are taken
 * @param coreset share of all normal patches that is kept, above 0 to 1
 * @param maxFalseReject the share of good parts that may FAIL at most
 * @param blindSpotTrials painted defects of each of ten kinds that settle how small a defect may be; 0 for not looking
 */
public record TrainingChoices(
        @Nullable String method,
        @Nullable String encoder,
        @Nullable Integer size,
        @Nullable List<String> taps,
        @Nullable Long seed,
        @Nullable Double coreset,
        @JsonProperty("max_false_reject") @Nullable Double maxFalseReject,
        @JsonProperty("blind_spot_trials") @Nullable Integer blindSpotTrials) {}
