package io.loupe.vision.method.patchcore;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.bank.MemoryBank;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapStack;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Scores by distance to a memory bank. Saved as a bank and the facts {@code patchcore} (neighbours, reweighting, taps). */
final class FittedPatchCore implements FittedMethod {
    private final TapShapes shapes;
    private final MemoryBank bank;
    private final int k;
    private final boolean reweighting;

    FittedPatchCore(TapShapes shapes, MemoryBank bank, int k, boolean reweighting) {
        this.shapes = shapes;
        this.bank = bank;
        this.k = k;
        this.reweighting = reweighting;
    }

    static FittedPatchCore load(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, PatchCore.ID);
        TapShapes shapes = facts.parsed("taps", TapShapes::parse);
        return new FittedPatchCore(
                shapes,
                MemoryBank.load(sections, shapes.stackedDimension()),
                facts.number("neighbours", 1),
                facts.flag("reweighting"));
    }

    @Override
    public void save(SectionWriter sections) {
        bank.save(sections);
        sections.putFacts(
                PatchCore.ID,
                new TreeMap<>(Map.of(
                        "neighbours", Integer.toString(k),
                        "reweighting", Boolean.toString(reweighting),
                        "taps", shapes.toString())));
    }

    @Override
    public String methodId() {
        return PatchCore.ID;
    }

    @Override
    public PatchScores score(List<PatchFeatures> taps) {
        return score(taps, RowRange.NONE);
    }

    @Override
    public PatchScores scoreHeldOut(List<PatchFeatures> taps, PictureRange owners) {
        return score(taps, bank.rowsOf(owners));
    }

    private PatchScores score(List<PatchFeatures> taps, RowRange excluded) {
        shapes.require(taps);
        RowMatrix patches = TapStack.of(taps, PatchCore.NEIGHBOURHOOD_SIDE);
        Neighbors neighbors = bank.nearest(patches, k, excluded);
        float[] scores = new float[patches.rows()];
        int[] nearestRows = new int[patches.rows()];
        int worst = 0;
        for (int patch = 0; patch < scores.length; patch++) {
            scores[patch] = (float) meanDistance(neighbors, patch);
            nearestRows[patch] = neighbors.row(patch, 0);
            if (scores[patch] > scores[worst]) {
                worst = patch;
            }
        }
        double weight = reweighting ? Reweighting.weight(patches, worst, bank, nearestRows[worst], excluded) : 1;
        return PatchScores.wrap(shapes.rows(), shapes.columns(), scores, weight * scores[worst], nearestRows);
    }

    private double meanDistance(Neighbors neighbors, int patch) {
        double sum = 0;
        for (int rank = 0; rank < k; rank++) {
            sum += Math.sqrt(neighbors.squaredDistance(patch, rank));
        }
        return sum / k;
    }

    @Override
    public PatchOrigin origin(int bankRow) {
        return bank.origin(bankRow, shapes.columns());
    }

    @Override
    public List<PatchOrigin> nearestNormals(
            List<PatchFeatures> taps, PatchScores scores, int row, int column, int most) {
        RowMatrix patch =
                TapStack.of(taps, PatchCore.NEIGHBOURHOOD_SIDE).select(new int[] {row * shapes.columns() + column});
        return bank.nearestPictures(patch, most).stream().map(this::origin).toList();
    }

    @Override
    public int bankRows() {
        return bank.rows().rows();
    }

    @Override
    public void close() {
        bank.close();
    }
}
