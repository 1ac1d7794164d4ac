package io.loupe.vision.method.bank;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.neighbors.RowRange;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Normal patches, each with the picture and the patch of it that it came from, ordered by picture.
 *
 * <p>Saved under a name N as {@code N.rows} (float32, shape [rows, dimension]), {@code N.patches} (int32 for each row:
 * picture index * patches of a picture + patch) and the facts {@code N} (patchesPerImage).
 */
public final class PatchRows {
    private final RowMatrix values;
    private final int[] patches;
    private final int patchesPerImage;

    private PatchRows(RowMatrix values, int[] patches, int patchesPerImage) {
        this.values = values;
        this.patches = patches;
        this.patchesPerImage = patchesPerImage;
    }

    /**
     * Takes over both arrays without copying.
     *
     * @param patches ascending; for each row its picture's index * {@code patchesPerImage} + its patch in the picture
     */
    public static PatchRows wrap(RowMatrix values, int[] patches, int patchesPerImage) {
        if (patches.length != values.rows()) {
            throw new IllegalArgumentException(
                    "%d rows cannot come from %d patches".formatted(values.rows(), patches.length));
        }
        return new PatchRows(values, patches, patchesPerImage);
    }

    /**
     * Reads what {@link #save} wrote.
     *
     * @param dimension that the method's patches have
     * @throws UnreadableModelException if a section is missing or does not make sense
     */
    public static PatchRows load(SectionReader sections, String name, int dimension) {
        int patchesPerImage = SectionFacts.read(sections, name).number("patchesPerImage", 1);
        int[] patches = sections.ints(name + ".patches");
        float[] values = sections.floats(name + ".rows");
        if (patches.length == 0 || values.length != (long) patches.length * dimension) {
            throw new UnreadableModelException(
                    "Section '%s.rows' holds %d values, expected %d rows of %d. Train the model again."
                            .formatted(name, values.length, patches.length, dimension));
        }
        requireAscending(patches, name);
        RowMatrix rows = RowMatrix.wrap(patches.length, dimension, values);
        try {
            rows.requireMeasurable("Bank");
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "Section '%s.rows' does not make sense: %s. Train the model again.".formatted(name, e.getMessage()),
                    e);
        }
        return new PatchRows(rows, patches, patchesPerImage);
    }

    private static void requireAscending(int[] patches, String name) {
        for (int row = 0; row < patches.length; row++) {
            if (patches[row] <= (row == 0 ? -1 : patches[row - 1])) {
                throw new UnreadableModelException(
                        "Section '%s.patches' must ascend from 0, row %d holds %d. Train the model again."
                                .formatted(name, row, patches[row]));
            }
        }
    }

    public void save(SectionWriter sections, String name) {
        sections.putFloats(name + ".rows", values.values());
        sections.putInts(name + ".patches", patches);
        sections.putFacts(name, Map.of("patchesPerImage", Integer.toString(patchesPerImage)));
    }

    /** The patches themselves, shape [rows, dimension]. */
    public RowMatrix values() {
        return values;
    }

    /** How many rows there are. */
    public int count() {
        return patches.length;
    }

    public int patchesPerImage() {
        return patchesPerImage;
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

    /** All rows that came from these pictures; empty where none did. */
    public RowRange rowsOf(PictureRange images) {
        return new RowRange(
                firstAtLeast(patches, (long) images.from() * patchesPerImage),
                firstAtLeast(patches, (long) images.to() * patchesPerImage));
    }

    /** The first place in ascending {@code values} that holds {@code least} or more. */
    static int firstAtLeast(int[] values, long least) {
        int from = 0;
        int to = values.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (values[middle] < least) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /**
     * Refuses rows that cannot answer when the pictures of any one part are left out.
     *
     * @throws IllegalArgumentException saying which picture and what to do
     */
    public void requireHeldOut(PictureGroups groups, int k) {
        for (PictureRange part : groups.ranges()) {
            int left = count() - rowsOf(part).count();
            if (left < k) {
                throw new IllegalArgumentException(
                        "Without picture %d%s the bank has %d rows, fewer than the %d nearest that are asked for. Add good pictures, keep more rows or ask for fewer neighbours."
                                .formatted(part.from(), part.count() > 1 ? " and those like it" : "", left, k));
            }
        }
    }

    /**
     * Some of the rows, copied.
     *
     * @param rows ascending
     */
    public PatchRows select(int[] rows) {
        int[] selected = Arrays.stream(rows).map(row -> patches[row]).toArray();
        return new PatchRows(values.select(rows), selected, patchesPerImage);
    }

    /**
     * Rows behind each other, copied.
     *
     * @param runs at least one, of equal dimension and as many patches of a picture; pictures ascending through all of them
     */
    public static PatchRows join(List<PatchRows> runs) {
        PatchRows first = runs.getFirst();
        int count = runs.stream().mapToInt(PatchRows::count).sum();
        int dimension = first.values().dimension();
        float[] values = new float[Math.multiplyExact(count, dimension)];
        int[] patches = new int[count];
        int at = 0;
        for (PatchRows run : runs) {
            System.arraycopy(run.values.values(), 0, values, at * dimension, run.count() * dimension);
            System.arraycopy(run.patches, 0, patches, at, run.count());
            at += run.count();
        }
        return wrap(RowMatrix.wrap(count, dimension, values), patches, first.patchesPerImage);
    }
}
