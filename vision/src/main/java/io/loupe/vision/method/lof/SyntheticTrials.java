package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.PictureSource;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.metric.Auroc;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.synthetic.SyntheticDefect;
import io.loupe.vision.synthetic.SyntheticDefects;
import io.loupe.vision.synthetic.SyntheticKind;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * Good pictures and the same with painted defects, each measured as if it had never been seen. Measured once, they can be
 * scored under any settings.
 *
 * @param clean the distances of each good picture
 * @param painted the distances of each painted one
 */
record SyntheticTrials(List<List<PatchDistances>> clean, List<Painted> painted) {
    private static final int PICTURES = 100;
    private static final double DEFECTIVE_SHARE_OF_CELL = 0.25;

    /**
     * A painted picture.
     *
     * @param defective the cells of the finest grid of which the defect covers a quarter or more; never changed
     */
    record Painted(SyntheticKind kind, List<PatchDistances> taps, BitSet defective) {}

    SyntheticTrials {
        clean = List.copyOf(clean);
        painted = List.copyOf(painted);
    }

    /** Paints every kind of defect once on each of {@value #PICTURES} pictures, or on all where there are fewer. */
    static SyntheticTrials run(
            PictureSource pictures, PictureGroups parts, TapBanks banks, long seed, Progress progress) {
        SyntheticDefects painter = new SyntheticDefects(seed);
        List<List<PatchDistances>> clean = new ArrayList<>();
        List<Painted> painted = new ArrayList<>();
        List<PictureRange> partOfImage = parts.rangeOfEach();
        int count = partOfImage.size();
        int tried = Math.min(PICTURES, count);
        for (int i = 0; i < tried; i++) {
            int image = (int) ((long) i * count / tried);
            RgbImage good = pictures.picture(image);
            RgbImage other = pictures.picture(partOfImage.get(image).to() % count);
            clean.add(banks.measure(pictures.encode(good), partOfImage.get(image)));
            for (SyntheticKind kind : SyntheticKind.values()) {
                SyntheticDefect defect = painter.paint(kind, good, other);
                painted.add(new Painted(
                        kind,
                        banks.measure(pictures.encode(defect.image()), partOfImage.get(image)),
                        cells(defect.mask(), banks.shapes())));
            }
            progress.report("trying synthetic defects", i + 1, tried);
        }
        return new SyntheticTrials(clean, painted);
    }

    /** As measured on some of the taps, by index, the finest among them. */
    SyntheticTrials only(List<Integer> taps) {
        return new SyntheticTrials(
                clean.stream().map(picture -> select(picture, taps)).toList(),
                painted.stream()
                        .map(picture -> new Painted(picture.kind, select(picture.taps, taps), picture.defective))
                        .toList());
    }

    private static List<PatchDistances> select(List<PatchDistances> all, List<Integer> taps) {
        return taps.stream().map(all::get).toList();
    }

    private static BitSet cells(BinaryMask mask, TapShapes grid) {
        BitSet cells = new BitSet(grid.patchCount());
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (coverage(mask, grid, row, column) >= DEFECTIVE_SHARE_OF_CELL) {
                    cells.set(row * grid.columns() + column);
                }
            }
        }
        return cells;
    }

    private static double coverage(BinaryMask mask, TapShapes grid, int row, int column) {
        int bottom = (row + 1) * mask.height() / grid.rows();
        int right = (column + 1) * mask.width() / grid.columns();
        int pixels = 0;
        int set = 0;
        for (int y = row * mask.height() / grid.rows(); y < bottom; y++) {
            for (int x = column * mask.width() / grid.columns(); x < right; x++) {
                pixels++;
                set += mask.at(y, x) ? 1 : 0;
            }
        }
        return (double) set / pixels;
    }

    /** How well a picture's score under these settings tells painted pictures from good ones. */
    Separation separation(LofScoring scoring) {
        return Separation.of(
                pictureScores(scoring, clean.stream()),
                Arrays.stream(SyntheticKind.values())
                        .map(kind -> pictureScores(scoring, ofKind(kind).map(Painted::taps)))
                        .toList());
    }

    private static double[] pictureScores(LofScoring scoring, Stream<List<PatchDistances>> pictures) {
        return pictures.mapToDouble(scoring::pictureScore).toArray();
    }

    /** How well a map under these settings tells defective cells from the others of painted pictures, mean over kinds. */
    double cellAuroc(LofScoring scoring) {
        return Arrays.stream(SyntheticKind.values())
                .mapToDouble(kind -> cellAuroc(scoring, kind))
                .filter(auroc -> !Double.isNaN(auroc)) // no cell was covered
                .average()
                .orElse(Double.NaN);
    }

    private double cellAuroc(LofScoring scoring, SyntheticKind kind) {
        FloatBuffer defective = FloatBuffer.allocate(clean.size() * scoring.cells());
        FloatBuffer normal = FloatBuffer.allocate(clean.size() * scoring.cells());
        ofKind(kind).forEach(picture -> {
            float[] scores = scoring.mapScores(picture.taps());
            for (int cell = 0; cell < scores.length; cell++) {
                (picture.defective().get(cell) ? defective : normal).put(scores[cell]);
            }
        });
        return Auroc.of(written(normal), written(defective));
    }

    private static float[] written(FloatBuffer scores) {
        return Arrays.copyOf(scores.array(), scores.position());
    }

    private Stream<Painted> ofKind(SyntheticKind kind) {
        return painted.stream().filter(picture -> picture.kind() == kind);
    }
}
