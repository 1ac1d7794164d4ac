package io.loupe.vision.method.lof;

import java.util.Comparator;

/**
 * Settings of the anomaly map, and what it finds under them.
 *
 * @param auroc of defective cells against the others of painted pictures
 */
record MapTrial(LofSettings settings, double auroc) {
    /** Another draw of defects moves the figure by about this much; less is no reason to leave the default. */
    private static final double MARGIN = 0.005;

    static MapTrial of(LofSettings settings, SyntheticTrials trials, FilledBanks banks) {
        return new MapTrial(settings, trials.cellAuroc(banks.scoring(settings)));
    }

    /** The best of all, or the default where none is better by enough. */
    static MapTrial best(MapTrial fallback, SyntheticTrials trials, FilledBanks banks) {
        return LofSettings.FLOORS.stream()
                .map(floor -> of(LofSettings.DEFAULT.withMapFloor(floor), trials, banks))
                .max(Comparator.comparingDouble(MapTrial::auroc))
                .filter(best -> best.auroc() >= fallback.auroc() + MARGIN)
                .orElse(fallback);
    }
}
