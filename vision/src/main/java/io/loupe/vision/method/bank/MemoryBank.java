package io.loupe.vision.method.bank;

import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.Map;

/**
 * Normal patches, each with the picture and the patch of it that it came from, ordered by picture. Thread-safe.
 *
 * <p>Saved as {@code bank.rows} (float32, shape [rows, dimension]), {@code bank.patches} (int32 for each row: picture
 * index * patches of a picture + patch) and the facts {@code bank} (patchesPerImage).
 */
public final class MemoryBank implements AutoCloseable {
    private final RowMatrix rows;
    private final int[] patches;
    private final int patchesPerImage;
    private final NearestRows nearestRows;

    private MemoryBank(RowMatrix rows, int[] patches, int patchesPerImage) {
        this.rows = rows;
        this.patches = patches;
        this.patchesPerImage = patchesPerImage;
        this.nearestRows = NearestRows.create(rows);
    }

    /** Takes over both arrays; {@code patches} ascends. */
    static MemoryBank create(RowMatrix rows, int[] patches, int patchesPerImage) {
        return new MemoryBank(rows, patches, patchesPerImage);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param dimension that the method's patches have
     * @throws UnreadableModelException if a section is missing or does not make sense
     */
    public static MemoryBank load(SectionReader sections, int dimension) {
        int patchesPerImage = SectionFacts.read(sections, "bank").number("patchesPerImage", 1);
        int[] patches = sections.ints("bank.patches");
        float[] values = sections.floats("bank.rows");
        if (patches.length == 0 || values.length != (long) patches.length * dimension) {
            throw new UnreadableModelException(
                    "Section 'bank.rows' holds %d values, expected %d rows of %d. Train the model again."
                            .formatted(values.length, patches.length, dimension));
        }
        requireAscending(patches);
        try {
            return new MemoryBank(RowMatrix.wrap(patches.length, dimension, values), patches, patchesPerImage);
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Section 'bank.rows' does not make sense: %s. Train the model again.".formatted(e.getMessage()), e);
        }
    }

    private static void requireAscending(int[] patches) {
        for (int row = 0; row < patches.length; row++) {
            if (patches[row] <= (row == 0 ? -1 : patches[row - 1])) {
                throw new UnreadableModelException(
                        "Section 'bank.patches' must ascend from 0, row %d holds %d. Train the model again."
                                .formatted(row, patches[row]));
            }
        }
    }

    public void save(SectionWriter sections) {
        sections.putFloats("bank.rows", rows.values());
        sections.putInts("bank.patches", patches);
        sections.putFacts("bank", Map.of("patchesPerImage", Integer.toString(patchesPerImage)));
    }

    public RowMatrix rows() {
        return rows;
    }

    /** Which picture a row came from. */
    public int image(int row) {
        return patches[row] / patchesPerImage;
    }

    /** Which patch of its picture a row is, counted along the rows of the grid. */
    public int patch(int row) {
        return patches[row] % patchesPerImage;
    }

    /** Where a row was seen, on a grid of {@code columns}. */
    public PatchOrigin origin(int row, int columns) {
        return new PatchOrigin(image(row), patch(row) / columns, patch(row) % columns);
    }

    /** All rows that came from this picture; empty where none was kept. */
    public RowRange rowsOf(int image) {
        int from = BankBuilder.firstAtLeast(patches, (long) image * patchesPerImage);
        int to = BankBuilder.firstAtLeast(patches, (image + 1L) * patchesPerImage);
        return new RowRange(from, to);
    }

    /** The k nearest rows of every query, leaving out {@code excluded}; see {@link NearestRows#find}. */
    public Neighbors nearest(RowMatrix queries, int k, RowRange excluded) {
        return nearestRows.find(queries, k, excluded);
    }

    /**
     * Refuses a bank that cannot answer when any one picture is left out.
     *
     * @throws IllegalArgumentException saying which picture and what to do
     */
    public void requireHeldOut(int imageCount, int k) {
        for (int image = 0; image < imageCount; image++) {
            int left = rows.rows() - rowsOf(image).count();
            if (left < k) {
                throw new IllegalArgumentException(
                        "Without picture %d the bank has %d rows, fewer than the %d nearest that are asked for. Add good pictures, keep more rows or ask for fewer neighbours."
                                .formatted(image, left, k));
            }
        }
    }

    @Override
    public void close() {
        nearestRows.close();
    }
}
