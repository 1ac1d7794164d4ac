package io.loupe.vision.method.lof;

import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.grid.HighestMean;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.modelfile.SectionFacts;
import java.util.List;
import java.util.Map;

/**
 * From distances to scores under given settings. Distances are dear and know nothing of the settings, so that many
 * settings can be tried on the distances of the same pictures, with a scoring for each. Immutable.
 */
final class LofScoring {
    private final TapShapes shapes;
    private final LofSettings settings;
    private final TapFusion picture;
    private final TapFusion map;

    private LofScoring(TapShapes shapes, LofSettings settings, TapFusion picture, TapFusion map) {
        this.shapes = shapes;
        this.settings = settings;
        this.picture = picture;
        this.map = map;
    }

    /** @param heldOut normal patches of each tap, measured without their own pictures */
    static LofScoring fitted(TapShapes shapes, LofSettings settings, List<PatchDistances> heldOut) {
        return new LofScoring(
                shapes,
                settings,
                TapFusion.fitted(shapes, settings.pictureFloor(), heldOut),
                TapFusion.fitted(shapes, settings.mapFloor(), heldOut));
    }

    /** Reads what {@link #putFacts} wrote. */
    static LofScoring read(SectionFacts facts, TapShapes shapes) {
        LofSettings settings = LofSettings.read(facts);
        return new LofScoring(
                shapes,
                settings,
                facts.parsed("picture-scales", text -> TapFusion.parse(shapes, settings.pictureFloor(), text)),
                facts.parsed("map-scales", text -> TapFusion.parse(shapes, settings.mapFloor(), text)));
    }

    /** Adds the settings, {@code picture-scales} and {@code map-scales} (one number for each tap, separated by spaces). */
    void putFacts(Map<String, String> facts) {
        settings.putFacts(facts);
        facts.put("picture-scales", picture.toString());
        facts.put("map-scales", map.toString());
    }

    /** Scores one picture by its distances, one entry per tap. */
    PatchScores scores(List<PatchDistances> taps) {
        float[] tapScores = map.tapScores(taps);
        return PatchScores.wrap(
                shapes.rows(),
                shapes.columns(),
                TapFusion.mean(tapScores, taps.size()),
                pictureScore(taps),
                nearestRows(tapScores, taps));
    }

    double pictureScore(List<PatchDistances> taps) {
        return HighestMean.of(TapFusion.mean(picture.tapScores(taps), taps.size()), settings.topShare());
    }

    /** The scores of the map, shape [rows, columns] of the finest grid. */
    float[] mapScores(List<PatchDistances> taps) {
        return TapFusion.mean(map.tapScores(taps), taps.size());
    }

    /** Cells of the finest grid. */
    int cells() {
        return shapes.patchCount();
    }

    /** For each cell the bank row that was nearest on the tap with the highest score. */
    private int[] nearestRows(float[] tapScores, List<PatchDistances> taps) {
        int rows = shapes.rows();
        int columns = shapes.columns();
        int[] nearestRows = new int[rows * columns];
        for (int cell = 0; cell < nearestRows.length; cell++) {
            int tap = highest(tapScores, cell * taps.size(), taps.size());
            Shape grid = shapes.shapes().get(tap);
            int row = cell / columns * grid.rows() / rows;
            int column = cell % columns * grid.columns() / columns;
            nearestRows[cell] = taps.get(tap).nearestRow(row * grid.columns() + column);
        }
        return nearestRows;
    }

    private static int highest(float[] values, int offset, int count) {
        int highest = 0;
        for (int i = 1; i < count; i++) {
            if (values[offset + i] > values[offset + highest]) {
                highest = i;
            }
        }
        return highest;
    }
}
