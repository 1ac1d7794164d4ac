package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.progress.Progress;
import java.util.List;

/**
 * A local outlier factor for patches: a patch is as anomalous as it is farther from the nearest normal patch than normal
 * patches are from each other there.
 *
 * <p>Every tap has a bank of its own, on its own grid, of patches averaged over 3 x 3 neighbourhoods: half a greedy
 * coreset, half random. The spacing at a row is its mean distance to the 5 nearest rows of other pictures. With d the
 * distance of a patch to the nearest row of its bank, r the mean spacing at the 3 nearest rows and R the mean spacing of
 * the bank, the patch's score is d / (r + floor * R). Where normal patches differ much from each other, as on a grained
 * surface, a distance says less than where they are alike; the floor keeps plain backgrounds, where r is nearly 0, from
 * drowning everything else. Scores of a tap are brought to one scale by those of held-out normal patches, and the taps
 * averaged on the finest grid. A picture's score is the mean of the highest cells. Further taps, the floors, and how many
 * cells, are chosen for each part by {@link SelfTuning}.
 *
 * <p>This is the local outlier factor of [1] with the distance to the nearest row alone, which is sharper on small
 * defects, and the normalised distance of [2] with other pictures only. A picture is held out by leaving out the rows of
 * all pictures of its part, as nearest rows and as neighbours of those.
 *
 * <p>[1] Breunig et al., LOF: Identifying Density-Based Local Outliers, 2000; [2] Tax and Duin, Outlier Detection Using
 * Classifier Instability, 1998
 */
public final class PatchLof implements AnomalyMethod {
    static final String ID = "patch-lof";
    private static final BankSize DEFAULT_BANK = new BankSize.Rows(6_000);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String summary() {
        return "Distance to the nearest normal patch, by how densely normal patches lie there.";
    }

    @Override
    public List<String> optionalTaps(EncoderInfo encoder) {
        return TapSelection.candidates(encoder);
    }

    @Override
    public FittedMethod fit(FeatureSource normals, MethodSettings settings, Progress progress) {
        FilledBanks filled = fill(normals, settings, LofSettings.DEFAULT, progress);
        return normals.pictures()
                .filter(pictures -> normals.groups().count() >= SelfTuning.FEWEST_PICTURES)
                .map(pictures -> SelfTuning.run(normals, pictures, filled, settings.seed(), progress))
                .map(tuning -> fitted(normals, filled, tuning.taps(), tuning.settings(), tuning.report(), progress))
                .orElseGet(() -> untuned(normals, filled, LofSettings.DEFAULT, progress));
    }

    /** As told, with nothing tuned. */
    FittedPatchLof fit(FeatureSource normals, MethodSettings settings, LofSettings lof, Progress progress) {
        return untuned(normals, fill(normals, settings, lof, progress), lof, progress);
    }

    private static FittedPatchLof untuned(
            FeatureSource normals, FilledBanks filled, LofSettings settings, Progress progress) {
        String remark = "Not tuned: that takes %d good pictures.".formatted(SelfTuning.FEWEST_PICTURES);
        List<Integer> asked = ShownTaps.of(normals, filled.taps()).askedTaps();
        return fitted(normals, filled, asked, settings, remark, progress);
    }

    private static FittedPatchLof fitted(
            FeatureSource normals,
            FilledBanks filled,
            List<Integer> taps,
            LofSettings settings,
            String remark,
            Progress progress) {
        List<String> leftOut = ShownTaps.of(normals, filled.taps()).leftOut(taps);
        FilledBanks kept = filled.keep(taps);
        HeldOutPatches heldOut = HeldOutPatches.measure(normals, taps, kept, progress);
        return new FittedPatchLof(kept.banks(), kept.scoring(settings), heldOut, remark, leftOut);
    }

    private static FilledBanks fill(
            FeatureSource normals, MethodSettings settings, LofSettings lof, Progress progress) {
        if (normals.imageCount() < 2) {
            throw new IllegalArgumentException(
                    "%s needs at least 2 good pictures, so that each can be compared with others; got %d. Add good pictures."
                            .formatted(ID, normals.imageCount()));
        }
        return FilledBanks.fill(normals, settings.bankOr(DEFAULT_BANK), lof.coresetShare(), settings.seed(), progress);
    }

    @Override
    public FittedMethod load(SectionReader sections) {
        return FittedPatchLof.load(sections);
    }
}
