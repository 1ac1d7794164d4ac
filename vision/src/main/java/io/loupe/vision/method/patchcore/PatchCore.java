package io.loupe.vision.method.patchcore;

import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.bank.BankBuilder;
import io.loupe.vision.method.bank.BankSelection;
import io.loupe.vision.method.bank.MemoryBank;
import io.loupe.vision.method.bank.PatchTable;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapStack;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;

/**
 * PatchCore [1]: normal patches are thinned to a coreset; a patch is as anomalous as it is far from the nearest of them.
 *
 * <p>Every tap is averaged over 3 x 3 neighbourhoods, coarser taps are upsampled bilinearly to the finest grid, and all
 * are concatenated. A greedy coreset, chosen on a random projection to 128 dimensions, keeps 10 % of the patches
 * unprojected. A patch's score is the mean distance to its k nearest rows (k = 1), the picture's score the maximum,
 * re-weighted by Eq. 7 of [1] when asked for.
 *
 * <p>Where the authors' code [2] differs: it scores by the squared distance (the same ranks when k = 1), and it pools
 * neighbouring channels into 1,024 values, where the taps are kept whole here, as anomalib does. Border neighbourhoods
 * are averaged over the cells that exist; padding with zeros moves border scores.
 *
 * <p>[1] Roth et al., Towards Total Recall in Industrial Anomaly Detection, 2022, https://arxiv.org/abs/2106.08265; [2]
 * https://github.com/amazon-science/patchcore-inspection
 */
public final class PatchCore implements AnomalyMethod {
    static final String ID = "patchcore";
    static final int NEIGHBOURHOOD_SIDE = 3;
    private static final BankSize PUBLISHED_BANK = new BankSize.Ratio(0.1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String summary() {
        return "Distance to the nearest of a coreset of normal patches; the all-round choice.";
    }

    @Override
    public FittedMethod fit(FeatureSource normals, MethodSettings settings, Progress progress) {
        return fit(normals, settings, BankSelection.greedyCoreset(settings.seed()), progress);
    }

    FittedPatchCore fit(FeatureSource normals, MethodSettings settings, BankSelection selection, Progress progress) {
        TapShapes shapes = TapShapes.of(normals.features(0));
        MemoryBank bank = new BankBuilder(new StackedPatches(normals, shapes), progress)
                .build(settings.bankOr(PUBLISHED_BANK), selection);
        bank.requireHeldOut(normals.groups(), settings.neighbours());
        return new FittedPatchCore(shapes, bank, settings.neighbours(), settings.reweighting());
    }

    @Override
    public FittedMethod load(SectionReader sections) {
        return FittedPatchCore.load(sections);
    }

    private record StackedPatches(FeatureSource normals, TapShapes shapes) implements PatchTable {
        @Override
        public int imageCount() {
            return normals.imageCount();
        }

        @Override
        public RowMatrix patches(int image) {
            var taps = normals.features(image);
            shapes.require(taps);
            return TapStack.of(taps, NEIGHBOURHOOD_SIDE);
        }
    }
}
