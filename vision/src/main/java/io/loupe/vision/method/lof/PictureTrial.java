package io.loupe.vision.method.lof;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Settings of the picture score, and what it finds under them.
 *
 * @param found on painted copies of good pictures
 */
record PictureTrial(LofSettings settings, Separation found) {
    /** Smaller shares suit painted defects, which are small, at the cost of real ones. */
    private static final List<Double> TOP_SHARES = List.of(0.01, 0.02, 0.05);

    static PictureTrial of(LofSettings settings, SyntheticTrials trials, FilledBanks banks) {
        return new PictureTrial(settings, trials.separation(banks.scoring(settings)));
    }

    /** The best of all, or the default where none is clearly better. */
    static PictureTrial best(SyntheticTrials trials, FilledBanks banks) {
        PictureTrial fallback = of(LofSettings.DEFAULT, trials, banks);
        Stream<LofSettings> settings = LofSettings.FLOORS.stream()
                .flatMap(floor -> TOP_SHARES.stream().map(share -> LofSettings.DEFAULT.withPicture(floor, share)));
        return settings.parallel()
                .map(candidate -> of(candidate, trials, banks))
                .max(Comparator.comparingDouble(PictureTrial::auroc))
                .filter(best -> best.isClearlyBetterThan(fallback))
                .orElse(fallback);
    }

    double auroc() {
        return found.auroc();
    }

    boolean isClearlyBetterThan(PictureTrial other) {
        return found.isClearlyBetterThan(other.found);
    }
}
