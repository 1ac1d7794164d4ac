package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.NearestPictures;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.List;

/** The normal patches kept of one tap, and how densely they lie. Thread-safe. */
final class TapBank implements AutoCloseable {
    /** Rows whose spacings are averaged: that of a single row is a matter of chance. */
    private static final int NEIGHBOURS = 3;

    private final PatchRows rows;
    /** Over the rows that it was filled with, the first ones. */
    private final NearestRows filled;
    /** Over all rows. */
    private final NearestRows search;

    private final LocalDensity density;
    private final double unit;
    private final NegativePatches negatives;

    private TapBank(PatchRows rows, NearestRows search, LocalDensity density) {
        this.rows = rows;
        this.filled = search;
        this.search = search;
        this.density = density;
        double mean = density.meanSpacing();
        // Good pictures that are all the same have no spacing: then distances stand for themselves.
        this.unit = mean > 0 ? mean : 1;
        this.negatives = NegativePatches.NONE;
    }

    private TapBank(
            PatchRows rows,
            NearestRows filled,
            NearestRows search,
            LocalDensity density,
            double unit,
            NegativePatches negatives) {
        this.rows = rows;
        this.filled = filled;
        this.search = search;
        this.density = density;
        this.unit = unit;
        this.negatives = negatives;
    }

    /** Measures the rows against each other; they come from at least two parts. */
    static TapBank of(PatchRows rows, PictureGroups parts) {
        NearestRows search = NearestRows.create(rows.values());
        return new TapBank(rows, search, LocalDensity.of(rows, search, parts));
    }

    /** Reads a bank of patches of a tap of this shape. */
    static TapBank load(SectionReader sections, String name, Shape shape) {
        PatchRows rows = PatchRows.load(sections, name, shape.dimension());
        LocalDensity density = LocalDensity.load(sections, name, rows.count());
        return new TapBank(rows, NearestRows.create(rows.values()), density);
    }

    void save(SectionWriter sections, String name) {
        rows.save(sections, name);
        density.save(sections, name);
    }

    PatchRows rows() {
        return rows;
    }

    NegativePatches negatives() {
        return negatives;
    }

    /**
     * This bank with patches of one more normal picture. Distances stay in units of the mean spacing as it was, so that scores
     * of pictures that have nothing to do with the new patches stay the same.
     *
     * @param normal of a part of its own, behind those of this bank
     * @param parts those of this bank
     */
    TapBank withNormal(PatchRows normal, PictureGroups parts) {
        if (normal.count() == 0) {
            return this;
        }
        PatchRows all = PatchRows.join(List.of(rows, normal));
        RowMatrix added = all.values().select(new RowRange(filled.rows(), all.count()));
        return new TapBank(
                all,
                filled,
                NearestRows.joined(filled, added),
                density.with(all, filled, parts),
                unit,
                negatives.withNormal(normal));
    }

    /**
     * This bank with more defective patches.
     *
     * @param gate distance below which they raise nothing
     */
    TapBank withDefect(RowMatrix defective, double gate) {
        NegativePatches more = NegativePatches.of(defective, rows, search, gate);
        return new TapBank(rows, filled, search, density, unit, negatives.with(more));
    }

    /**
     * Measures the patches of one picture.
     *
     * @param leftOut the pictures that count as never seen
     * @param firstRow the number that this bank's first row has among all banks' rows
     */
    PatchDistances measure(RowMatrix patches, PictureRange leftOut, int firstRow) {
        PatchDistances measured = new PatchDistances(patches.rows(), firstRow);
        measure(patches, leftOut, measured, 0);
        return measured;
    }

    /** Measures normal patches, each as if its own part had never been seen. */
    PatchDistances measureHeldOut(PatchRows normals, PictureGroups parts) {
        PatchDistances measured = new PatchDistances(normals.count(), 0);
        for (PictureRange part : parts.ranges()) {
            RowRange own = normals.rowsOf(part);
            measure(normals.values().select(own), part, measured, own.from());
        }
        return measured;
    }

    private void measure(RowMatrix patches, PictureRange leftOut, PatchDistances measured, int offset) {
        RowRange excluded = rows.rowsOf(leftOut);
        int k = Math.min(NEIGHBOURS, rows.count() - excluded.count());
        Neighbors nearest = search.find(patches, k, excluded);
        for (int patch = 0; patch < patches.rows(); patch++) {
            double spacing = 0;
            for (int rank = 0; rank < k; rank++) {
                spacing += density.spacing(nearest.row(patch, rank), leftOut) / k;
            }
            // Rounded before it is multiplied, as the distances of held-out pictures are.
            float distance = (float) (Math.sqrt(nearest.squaredDistance(patch, 0)) / unit);
            double factor = negatives.factor(patches, patch, distance, leftOut);
            measured.set(offset + patch, nearest.row(patch, 0), distance * factor, spacing / unit);
        }
    }

    /** As {@link NearestPictures#rows}. */
    List<Integer> nearestPictures(RowMatrix patch, int most) {
        return NearestPictures.rows(rows, search, patch, most);
    }

    @Override
    public void close() {
        search.close();
    }
}
