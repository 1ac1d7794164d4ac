package io.loupe.vision.method.lof;

import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What all settings of one make-up of the banks have in common: the banks, and how normal patches measure against them.
 *
 * @param heldOut normal patches of each tap, measured without their own parts
 */
record FilledBanks(TapBanks banks, List<PatchDistances> heldOut) {
    /** Normal patches that settle the scale of a tap: their spread is known to 1 %. */
    private static final int HELD_OUT_PATCHES = 10_000;

    FilledBanks {
        heldOut = List.copyOf(heldOut);
    }

    /**
     * Fills a bank for each tap, in one pass over the pictures.
     *
     * @param size of each bank
     * @param coresetShare share of a bank's rows chosen by greedy coreset, 0 to 1; the others are random
     * @throws IllegalArgumentException if the banks would be too large, or too small to leave any one part out
     */
    static FilledBanks fill(FeatureSource normals, BankSize size, double coresetShare, long seed, Progress progress) {
        TapShapes shapes = TapShapes.of(normals.features(0));
        List<TapBank> banks = new ArrayList<>();
        List<PatchRows> heldOut = new ArrayList<>();
        for (PatchRows sample : PatchSampler.sample(normals, shapes, size, seed, progress)) {
            int count = size.of(normals.imageCount() * sample.patchesPerImage());
            PatchRows rows = MixedSelection.choose(sample, count, coresetShare, seed, progress);
            rows.requireHeldOut(normals.groups(), 1);
            banks.add(TapBank.of(rows, normals.groups()));
            heldOut.add(some(sample, new Random(seed)));
        }
        TapBanks tapBanks = new TapBanks(shapes, banks);
        return new FilledBanks(tapBanks, tapBanks.measureHeldOut(heldOut, normals.groups()));
    }

    private static PatchRows some(PatchRows sample, Random random) {
        int count = Math.min(HELD_OUT_PATCHES, sample.count());
        return sample.select(RandomSubset.of(sample.count(), count, random));
    }

    int taps() {
        return heldOut.size();
    }

    /** What there is of some of the taps, by index. Banks are shared. */
    FilledBanks only(List<Integer> taps) {
        return new FilledBanks(banks.only(taps), taps.stream().map(heldOut::get).toList());
    }

    /** As {@link #only}, but the other banks are closed. */
    FilledBanks keep(List<Integer> taps) {
        IntStream.range(0, taps()).filter(tap -> !taps.contains(tap)).forEach(banks::close);
        return only(taps);
    }

    /** How these settings score what the banks measure. */
    LofScoring scoring(LofSettings settings) {
        return LofScoring.fitted(banks.shapes(), settings, heldOut);
    }
}
