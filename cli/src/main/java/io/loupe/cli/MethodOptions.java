package io.loupe.cli;

import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.method.AnomalyMethods;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How a detector learns, with defaults that need no reading. */
final class MethodOptions {
    @Option(
            names = "--method",
            paramLabel = "M",
            defaultValue = AnomalyMethods.DEFAULT_ID,
            description =
                    "How good is told from bad: patch-lof, patchcore, padim or dino-knn. Default: ${DEFAULT-VALUE}.")
    private String method = AnomalyMethods.DEFAULT_ID;

    @ArgGroup
    private Bank bank = new Bank();

    /** A share or a number, not both. */
    static final class Bank {
        @Option(
                names = "--coreset",
                paramLabel = "R",
                description =
                        "Share of all normal patches that is kept, above 0 to 1. Default: what the method's authors keep.")
        private @Nullable Double ratio;

        @Option(names = "--bank", paramLabel = "N", description = "Number of normal patches that are kept.")
        private @Nullable Integer rows;

        private @Nullable BankSize size() {
            if (rows != null) {
                return new BankSize.Rows(rows);
            }
            return ratio == null ? null : new BankSize.Ratio(ratio);
        }
    }

    @Option(
            names = "--neighbours",
            paramLabel = "K",
            defaultValue = "1",
            description = "Nearest normal patches a score is the mean distance to. Default: ${DEFAULT-VALUE}.")
    private int neighbours = 1;

    @Option(names = "--reweight", description = "patchcore: re-weight the picture's score by the neighbourhood.")
    private boolean reweighting;

    @Option(names = "--rotations", description = "dino-knn: learn from the good pictures turned by 45, 90, ... too.")
    private boolean rotations;

    @Option(names = "--foreground", description = "dino-knn: score the foreground only.")
    private boolean foregroundMask;

    @Option(
            names = "--max-false-reject",
            paramLabel = "R",
            defaultValue = "" + TrainingSettings.USUAL_MAX_FALSE_REJECT,
            description = "The share of good parts that may FAIL at most. Default: ${DEFAULT-VALUE} (1 in 100).")
    private double maxFalseReject = TrainingSettings.USUAL_MAX_FALSE_REJECT;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "" + MethodSettings.USUAL_SEED,
            description = "Of every random choice: the same seed gives the same detector. Default: ${DEFAULT-VALUE}.")
    private long seed = MethodSettings.USUAL_SEED;

    TrainingSettings trainingSettings(PatchEncoderRequest encoder) {
        MethodSettings settings =
                new MethodSettings(bank.size(), neighbours, reweighting, rotations, foregroundMask, seed);
        return new TrainingSettings(method, encoder, settings, maxFalseReject);
    }
}
