package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchExcerpt.TapExcerpt;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.NeighbourhoodMean;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One bank for each tap, on the tap's own grid. Thread-safe. Rows are numbered through all banks, in the order of the
 * taps. Saved under the names {@code tap-1}, {@code tap-2}, ...
 */
final class TapBanks implements AutoCloseable {
    private static final int NEIGHBOURHOOD_SIDE = 3;

    private final TapShapes shapes;
    private final List<TapBank> banks;

    TapBanks(TapShapes shapes, List<TapBank> banks) {
        this.shapes = shapes;
        this.banks = List.copyOf(banks);
    }

    static TapBanks load(SectionReader sections, TapShapes shapes) {
        return new TapBanks(
                shapes,
                IntStream.range(0, shapes.shapes().size())
                        .mapToObj(tap -> TapBank.load(
                                sections, name(tap), shapes.shapes().get(tap)))
                        .toList());
    }

    void save(SectionWriter sections) {
        for (int tap = 0; tap < banks.size(); tap++) {
            banks.get(tap).save(sections, name(tap));
        }
    }

    /** What the sections of a tap begin with. */
    static String name(int tap) {
        return "tap-" + (tap + 1);
    }

    /** What a bank compares: each patch as the mean of its neighbourhood, shape [patches, dimension]. */
    static RowMatrix patchesOf(PatchFeatures tap) {
        PatchFeatures means = NeighbourhoodMean.of(tap, NEIGHBOURHOOD_SIDE);
        return RowMatrix.wrap(means.patchCount(), means.dimension(), means.values());
    }

    /** The banks of some of the taps, by index; shared with these. */
    TapBanks only(List<Integer> taps) {
        return new TapBanks(shapes.only(taps), taps.stream().map(banks::get).toList());
    }

    TapShapes shapes() {
        return shapes;
    }

    NegativePatches negatives(int tap) {
        return banks.get(tap).negatives();
    }

    /**
     * These banks with patches of one more normal picture, which is a part of its own.
     *
     * @param parts of the pictures that these banks know
     * @throws IllegalArgumentException if the excerpt is not of these taps
     */
    TapBanks withNormal(PatchExcerpt normal, PictureGroups parts) {
        return changed(tap -> banks.get(tap).withNormal(patches(tap).normal(normal, parts.pictureCount()), parts));
    }

    /**
     * These banks with one more defect.
     *
     * @param gates of each tap: the distance below which defective patches raise nothing
     * @throws IllegalArgumentException if the excerpt is not of these taps
     */
    TapBanks withDefect(PatchExcerpt defect, List<Float> gates) {
        return changed(tap -> banks.get(tap).withDefect(patches(tap).defective(defect), gates.get(tap)));
    }

    private TapBanks changed(IntFunction<TapBank> bank) {
        return new TapBanks(
                shapes, IntStream.range(0, banks.size()).mapToObj(bank).toList());
    }

    private CorrectedPatches patches(int tap) {
        return new CorrectedPatches(shapes.shapes().get(tap), tap);
    }

    /** The patches of a picture at some cells of the finest grid; those of a coarser one where any of their cells is. */
    PatchExcerpt excerpt(List<PatchFeatures> taps, BitSet cells) {
        shapes.require(taps);
        return new PatchExcerpt(IntStream.range(0, banks.size())
                .mapToObj(tap -> {
                    int[] patches = shapes.patchesAt(tap, cells);
                    return new TapExcerpt(
                            IntStream.of(patches).boxed().toList(),
                            patchesOf(taps.get(tap)).select(patches));
                })
                .toList());
    }

    /**
     * Measures one picture on every tap.
     *
     * @param leftOut the pictures that count as never seen
     */
    List<PatchDistances> measure(List<PatchFeatures> taps, PictureRange leftOut) {
        shapes.require(taps);
        return IntStream.range(0, banks.size())
                .mapToObj(tap -> banks.get(tap).measure(patchesOf(taps.get(tap)), leftOut, firstRow(tap)))
                .toList();
    }

    /** Measures normal patches of every tap, each as if its own part had never been seen. */
    List<PatchDistances> measureHeldOut(List<PatchRows> normals, PictureGroups parts) {
        return IntStream.range(0, banks.size())
                .mapToObj(tap -> banks.get(tap).measureHeldOut(normals.get(tap), parts))
                .toList();
    }

    int rows() {
        return banks.stream().mapToInt(bank -> bank.rows().count()).sum();
    }

    private int firstRow(int tap) {
        return banks.stream().limit(tap).mapToInt(bank -> bank.rows().count()).sum();
    }

    /**
     * The normal patches nearest to that of a cell, each of another picture, nearest first.
     *
     * @param bankRow any row of the tap to compare on
     * @param row of the cell on the finest grid
     * @param column of the cell on the finest grid
     */
    List<PatchOrigin> nearestNormals(List<PatchFeatures> taps, int bankRow, int row, int column, int most) {
        int tap = tapOf(bankRow);
        Shape grid = shapes.shapes().get(tap);
        int patch = row * grid.rows() / shapes.rows() * grid.columns() + column * grid.columns() / shapes.columns();
        return banks.get(tap).nearestPictures(patchesOf(taps.get(tap)).select(new int[] {patch}), most).stream()
                .map(nearest -> origin(firstRow(tap) + nearest))
                .toList();
    }

    private int tapOf(int bankRow) {
        Objects.checkIndex(bankRow, rows());
        int tap = 0;
        while (bankRow >= firstRow(tap + 1)) {
            tap++;
        }
        return tap;
    }

    /** Where a row was seen, as a cell of the finest grid: the one in the middle of its own, coarser cell. */
    PatchOrigin origin(int bankRow) {
        int tap = tapOf(bankRow);
        Shape grid = shapes.shapes().get(tap);
        PatchOrigin cell = banks.get(tap).rows().origin(bankRow - firstRow(tap), grid.columns());
        return new PatchOrigin(
                cell.image(),
                (2 * cell.row() + 1) * shapes.rows() / (2 * grid.rows()),
                (2 * cell.column() + 1) * shapes.columns() / (2 * grid.columns()));
    }

    void close(int tap) {
        banks.get(tap).close();
    }

    @Override
    public void close() {
        banks.forEach(TapBank::close);
    }
}
