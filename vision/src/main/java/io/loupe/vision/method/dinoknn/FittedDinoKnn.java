package io.loupe.vision.method.dinoknn;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.bank.MemoryBank;
import io.loupe.vision.method.grid.HighestMean;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.UnitVectors;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scores by cosine distance to a memory bank. Saved as a bank, whose patches run over the views of a picture and then
 * over the grid, and the facts {@code dino-knn} (foregroundMask, neighbours, taps).
 */
final class FittedDinoKnn implements FittedMethod {
    private static final double PICTURE_SHARE = 0.01;

    private final TapShapes shapes;
    private final MemoryBank bank;
    private final int k;
    private final boolean foregroundOnly;

    FittedDinoKnn(TapShapes shapes, MemoryBank bank, int k, boolean foregroundOnly) {
        this.shapes = shapes;
        this.bank = bank;
        this.k = k;
        this.foregroundOnly = foregroundOnly;
    }

    static FittedDinoKnn load(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, DinoKnn.ID);
        TapShapes shapes = facts.parsed("taps", TapShapes::parse);
        return new FittedDinoKnn(
                shapes,
                MemoryBank.load(sections, shapes.stackedDimension()),
                facts.number("neighbours", 1),
                facts.flag("foregroundMask"));
    }

    @Override
    public void save(SectionWriter sections) {
        bank.save(sections);
        sections.putFacts(
                DinoKnn.ID,
                new TreeMap<>(Map.of(
                        "foregroundMask", Boolean.toString(foregroundOnly),
                        "neighbours", Integer.toString(k),
                        "taps", shapes.toString())));
    }

    @Override
    public String methodId() {
        return DinoKnn.ID;
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
        List<PatchFeatures> first = taps.subList(0, Math.min(1, taps.size()));
        shapes.require(first);
        RowMatrix patches = UnitVectors.of(first.getFirst());
        Neighbors neighbors = bank.nearest(patches, k, excluded);
        float[] scores = new float[patches.rows()];
        int[] nearestRows = new int[patches.rows()];
        for (int patch = 0; patch < scores.length; patch++) {
            scores[patch] = (float) meanCosineDistance(neighbors, patch);
            nearestRows[patch] = neighbors.row(patch, 0);
        }
        if (foregroundOnly) {
            ForegroundMask.of(first.getFirst()).silenceBackground(scores);
        }
        return PatchScores.wrap(
                shapes.rows(), shapes.columns(), scores, HighestMean.of(scores, PICTURE_SHARE), nearestRows);
    }

    private double meanCosineDistance(Neighbors neighbors, int patch) {
        double sum = 0;
        for (int rank = 0; rank < k; rank++) {
            sum += neighbors.squaredDistance(patch, rank) / 2;
        }
        return sum / k;
    }

    @Override
    public PatchOrigin origin(int bankRow) {
        TurnedGrid grid = new TurnedGrid(shapes.rows(), shapes.columns());
        int patch = bank.patch(bankRow);
        int view = patch / shapes.patchCount();
        int cell = grid.uprightCell(patch % shapes.patchCount(), ReferencePatches.angle(view));
        return new PatchOrigin(bank.image(bankRow), cell / shapes.columns(), cell % shapes.columns());
    }

    @Override
    public List<PatchOrigin> nearestNormals(
            List<PatchFeatures> taps, PatchScores scores, int row, int column, int most) {
        RowMatrix patch = UnitVectors.of(taps.getFirst()).select(new int[] {row * shapes.columns() + column});
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
