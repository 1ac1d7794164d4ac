package io.loupe.vision.method.dinoknn;

import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.method.bank.BankBuilder;
import io.loupe.vision.method.bank.BankSelection;
import io.loupe.vision.method.bank.MemoryBank;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.progress.Progress;

/**
 * AnomalyDINO [1]: the cosine distance of a patch to the nearest of all normal patches. Made for the last layer of
 * DINOv2 and a handful of good pictures; it works on any tap.
 *
 * <p>Only the first tap is looked at: the vectors of one layer are compared as they are, scaled to length 1. The bank
 * keeps every patch unless a size is asked for; then a greedy coreset is chosen as in PatchCore. A patch's score is the
 * mean of 1 - cosine over its k nearest rows (k = 1), the picture's score the mean of its highest 1 % of patches, rounded
 * down (the maximum when there are fewer than 100).
 *
 * <p>Options: {@code rotations} adds the good pictures turned by 45, 90, ... 315 degrees, eight times the rows;
 * {@code foregroundMask} scores patches off the part 0 ({@link ForegroundMask}). The authors use the mask on a list of
 * objects made by hand; it can hide a missing part, so it is off here.
 *
 * <p>[1] Damm et al., AnomalyDINO: Boosting Patch-based Few-shot Anomaly Detection with DINOv2, 2025,
 * https://arxiv.org/abs/2405.14529
 */
public final class DinoKnn implements AnomalyMethod {
    static final String ID = "dino-knn";
    private static final BankSize PUBLISHED_BANK = new BankSize.Ratio(1);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String summary() {
        return "Cosine distance to the nearest normal patch on the first tap; for strong encoders and few good pictures.";
    }

    @Override
    public FittedMethod fit(FeatureSource normals, MethodSettings settings, Progress progress) {
        TapShapes shapes = TapShapes.of(normals.features(0).subList(0, 1));
        MemoryBank bank = new BankBuilder(ReferencePatches.of(normals, shapes, settings.rotations()), progress)
                .build(settings.bankOr(PUBLISHED_BANK), BankSelection.greedyCoreset(settings.seed()));
        bank.requireHeldOut(normals.groups(), settings.neighbours());
        return new FittedDinoKnn(shapes, bank, settings.neighbours(), settings.foregroundMask());
    }

    @Override
    public FittedMethod load(SectionReader sections) {
        return FittedDinoKnn.load(sections);
    }
}
