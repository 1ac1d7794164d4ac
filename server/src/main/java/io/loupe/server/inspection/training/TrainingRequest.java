package io.loupe.server.inspection.training;

import static java.util.Objects.requireNonNullElse;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.blindspot.BlindSpotSearch;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a training job is to do, with nothing left open.
 *
 * @param project whose pictures are learned from; {@link io.loupe.server.inspection.project.Projects} looks for it
 */
record TrainingRequest(
        UUID project,
        String method,
        String encoder,
        int size,
        List<String> taps,
        long seed,
        @Nullable Double coreset,
        double maxFalseReject,
        int blindSpotTrials) {
    private static final int SMALLEST_SIZE = 16;
    private static final int LARGEST_SIZE = 2_048;
    private static final int MOST_TRIALS = 10_000;

    /**
     * Fills in what was left out.
     *
     * @throws ProblemException if something chosen is not to be had
     */
    static TrainingRequest of(UUID project, TrainingChoices choices) {
        TrainingRequest request = new TrainingRequest(
                project,
                requireNonNullElse(choices.method(), AnomalyMethods.DEFAULT_ID),
                choices.encoder() == null ? Encoders.defaultId() : choices.encoder(),
                requireNonNullElse(choices.size(), TrainingSettings.USUAL_SIZE),
                requireNonNullElse(choices.taps(), List.of()),
                requireNonNullElse(choices.seed(), MethodSettings.USUAL_SEED),
                choices.coreset(),
                requireNonNullElse(choices.maxFalseReject(), TrainingSettings.USUAL_MAX_FALSE_REJECT),
                requireNonNullElse(choices.blindSpotTrials(), BlindSpotSearch.USUAL_TRIALS));
        request.check();
        return request;
    }

    private void check() {
        requireRange("size", size, SMALLEST_SIZE, LARGEST_SIZE);
        requireRange("blind_spot_trials", blindSpotTrials, 0, MOST_TRIALS);
        Encoders encoders = Encoders.with(EncoderSettings.defaults());
        EncoderInfo known = encoders.find(encoder)
                .orElseThrow(() -> invalid("There is no encoder '%s' here; there are %s."
                        .formatted(
                                encoder,
                                encoders.list().stream().map(EncoderInfo::id).toList())));
        try {
            AnomalyMethods.byId(method);
            known.selectTaps(taps);
            settings();
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static void requireRange(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw invalid("%s is %d; it goes from %d to %,d.".formatted(name, value, least, most));
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(ProblemCode.INVALID_CONTENT, detail);
    }

    TrainingSettings settings() {
        MethodSettings chosen = MethodSettings.defaults().withSeed(seed);
        return new TrainingSettings(
                method,
                new PatchEncoderRequest(encoder, taps, InputSize.square(size)),
                coreset == null ? chosen : chosen.withBank(new BankSize.Ratio(coreset)),
                maxFalseReject);
    }
}
