package io.loupe.vision.method.bank;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.List;

/** {@link PatchRows} that can be searched. Thread-safe. Saved under the name {@code bank}. */
public final class MemoryBank implements AutoCloseable {
    private static final String NAME = "bank";

    private final PatchRows patches;
    private final NearestRows nearestRows;

    private MemoryBank(PatchRows patches) {
        this.patches = patches;
        this.nearestRows = NearestRows.create(patches.values());
    }

    static MemoryBank of(PatchRows patches) {
        return new MemoryBank(patches);
    }

    /** As {@link PatchRows#load}. */
    public static MemoryBank load(SectionReader sections, int dimension) {
        return new MemoryBank(PatchRows.load(sections, NAME, dimension));
    }

    public void save(SectionWriter sections) {
        patches.save(sections, NAME);
    }

    public RowMatrix rows() {
        return patches.values();
    }

    /** As {@link PatchRows#image}. */
    public int image(int row) {
        return patches.image(row);
    }

    /** As {@link PatchRows#patch}. */
    public int patch(int row) {
        return patches.patch(row);
    }

    /** As {@link PatchRows#origin}. */
    public PatchOrigin origin(int row, int columns) {
        return patches.origin(row, columns);
    }

    /** As {@link PatchRows#rowsOf}. */
    public RowRange rowsOf(PictureRange images) {
        return patches.rowsOf(images);
    }

    /** The k nearest rows of every query, leaving out {@code excluded}; see {@link NearestRows#find}. */
    public Neighbors nearest(RowMatrix queries, int k, RowRange excluded) {
        return nearestRows.find(queries, k, excluded);
    }

    /** As {@link NearestPictures#rows}. */
    public List<Integer> nearestPictures(RowMatrix patch, int most) {
        return NearestPictures.rows(patches, nearestRows, patch, most);
    }

    /** As {@link PatchRows#requireHeldOut}. */
    public void requireHeldOut(PictureGroups groups, int k) {
        patches.requireHeldOut(groups, k);
    }

    @Override
    public void close() {
        nearestRows.close();
    }
}
