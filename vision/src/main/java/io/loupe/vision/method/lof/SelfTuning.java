package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.method.PictureSource;
import io.loupe.vision.progress.Progress;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What no default gets right for every part, chosen from good pictures alone: defects are painted on some of them, and the
 * settings that find these best are taken. There are few to choose from and nothing is fitted, since what is fitted to
 * painted defects learns the painter.
 *
 * @param picture the settings whose picture score finds painted pictures best
 * @param map the settings whose map finds defective cells best
 * @param defaultPicture what the default settings find
 * @param defaultMap what the default settings find
 */
record SelfTuning(Tried picture, Tried map, Tried defaultPicture, Tried defaultMap) {
    /** Fewer good pictures give figures too rough to choose by. */
    static final int FEWEST_PICTURES = 8;

    private static final List<Double> FLOORS = List.of(0.1, 0.3, 1.0, 3.0);
    private static final List<Double> TOP_SHARES = List.of(0.003, 0.01, 0.03);

    /** Another draw of defects moves the figures by about this much; less is no reason to leave the default. */
    private static final double MARGIN = 0.005;

    /** Settings, and the AUROC they reach on synthetic defects. */
    record Tried(LofSettings settings, double auroc) {}

    /** Tries all settings on painted copies of some of the pictures. */
    static SelfTuning run(
            PictureSource pictures, PictureGroups parts, FilledBanks banks, long seed, Progress progress) {
        SyntheticTrials trials = SyntheticTrials.run(pictures, parts, banks.banks(), seed, progress);
        ToDoubleFunction<LofSettings> pictureAuroc = settings -> trials.pictureAuroc(banks.scoring(settings));
        ToDoubleFunction<LofSettings> mapAuroc = settings -> trials.cellAuroc(banks.scoring(settings));
        LofSettings fallback = LofSettings.DEFAULT;
        Tried defaultPicture = tried(fallback, pictureAuroc);
        Tried defaultMap = tried(fallback, mapAuroc);
        Stream<LofSettings> forPicture =
                FLOORS.stream().flatMap(floor -> TOP_SHARES.stream().map(share -> fallback.withPicture(floor, share)));
        Stream<LofSettings> forMap = FLOORS.stream().map(fallback::withMapFloor);
        return new SelfTuning(
                best(forPicture, pictureAuroc, defaultPicture),
                best(forMap, mapAuroc, defaultMap),
                defaultPicture,
                defaultMap);
    }

    private static Tried best(Stream<LofSettings> candidates, ToDoubleFunction<LofSettings> auroc, Tried fallback) {
        return candidates
                .map(settings -> tried(settings, auroc))
                .max(Comparator.comparingDouble(Tried::auroc))
                .filter(best -> best.auroc() >= fallback.auroc() + MARGIN)
                .orElse(fallback);
    }

    private static Tried tried(LofSettings settings, ToDoubleFunction<LofSettings> auroc) {
        return new Tried(settings, auroc.applyAsDouble(settings));
    }

    LofSettings chosen() {
        return picture.settings().withMapFloor(map.settings().mapFloor());
    }

    /** What was chosen, by which figures, and what the defaults would have been. */
    String report() {
        return String.format(
                Locale.ROOT,
                "Tuned on synthetic defects: picture score with floor %s over the highest %s of the map (AUROC %.3f, default %.3f), map with floor %s (AUROC %.3f, default %.3f).",
                picture.settings().pictureFloor(),
                picture.settings().topShare(),
                picture.auroc(),
                defaultPicture.auroc(),
                map.settings().mapFloor(),
                map.auroc(),
                defaultMap.auroc());
    }
}
