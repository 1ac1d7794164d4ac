package io.loupe.vision.method.lof;

import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.PictureSource;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.Locale;

/**
 * What no default gets right for every part, chosen from good pictures alone: defects are painted on some of them, and the
 * settings that find these best are taken. There are few to choose from and nothing is fitted, since what is fitted to
 * painted defects learns the painter; and what is not clearly better than the default is left.
 *
 * @param selection the taps to look at, with the settings of the picture's score
 * @param addedTaps names of those that nobody asked for
 * @param map the settings of the map
 * @param defaultPicture what the default settings find with the taps that were asked for
 * @param defaultMap what the default settings find with the chosen taps
 */
record SelfTuning(
        TapSelection selection,
        List<String> addedTaps,
        MapTrial map,
        PictureTrial defaultPicture,
        MapTrial defaultMap) {
    /** Fewer good pictures give figures too rough to choose by. */
    static final int FEWEST_PICTURES = 8;

    /** Tries everything on painted copies of some of the pictures. */
    static SelfTuning run(
            FeatureSource normals, PictureSource pictures, FilledBanks banks, long seed, Progress progress) {
        SyntheticTrials trials = SyntheticTrials.run(pictures, normals.groups(), banks.banks(), seed, progress);
        ShownTaps shown = ShownTaps.of(normals, banks.taps());
        List<Integer> asked = shown.askedTaps();
        TapSelection selection = TapSelection.greedy(
                shown.asked(), shown.count(), taps -> PictureTrial.best(trials.only(taps), banks.only(taps)));
        List<Integer> taps = selection.taps();
        SyntheticTrials chosenTrials = trials.only(taps);
        FilledBanks chosenBanks = banks.only(taps);
        MapTrial defaultMap = MapTrial.of(LofSettings.DEFAULT, chosenTrials, chosenBanks);
        return new SelfTuning(
                selection,
                shown.added(taps),
                MapTrial.best(defaultMap, chosenTrials, chosenBanks),
                PictureTrial.of(LofSettings.DEFAULT, trials.only(asked), banks.only(asked)),
                defaultMap);
    }

    List<Integer> taps() {
        return selection.taps();
    }

    LofSettings settings() {
        return selection.picture().settings().withMapFloor(map.settings().mapFloor());
    }

    /** What was chosen, by which figures, and what the defaults would have been. */
    String report() {
        LofSettings settings = settings();
        return String.format(
                Locale.ROOT,
                "Tuned on synthetic defects: %s; picture score with floor %s over the highest %s of the map (AUROC %.3f, defaults %.3f); map with floor %s (AUROC %.3f, default %.3f).",
                addedTaps.isEmpty() ? "no further tap" : "also tap " + String.join(" and ", addedTaps),
                settings.pictureFloor(),
                settings.topShare(),
                selection.picture().auroc(),
                defaultPicture.auroc(),
                settings.mapFloor(),
                map.auroc(),
                defaultMap.auroc());
    }
}
