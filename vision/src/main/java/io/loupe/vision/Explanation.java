package io.loupe.vision;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import io.loupe.vision.map.Region;
import io.loupe.vision.map.Regions;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.PatchOrigin;
import io.loupe.vision.method.PatchScores;
import java.util.ArrayList;
import java.util.List;

/**
 * Says where in the picture a region lies, and what should have been there.
 *
 * @param goodPictures the ones that the method learned from, in its order
 * @param size of what the encoder sees, and of the map
 */
record Explanation(FittedMethod method, List<GoodPicture> goodPictures, InputSize size) {
    /** Enough to see what good parts have in common there. */
    private static final int NEAREST_NORMALS = 3;

    /** More regions than anybody looks at one by one; beyond, a picture is wrong as a whole. */
    private static final int MOST_EXPLAINED = 10;

    /** Brings regions of the map to the pixels of the picture and looks up what the worst should have looked like. */
    List<Finding> of(Regions regions, List<PatchFeatures> taps, PatchScores scores, RgbImage image) {
        PictureScale toPicture = new PictureScale(size.height(), size.width(), image.height(), image.width());
        List<Finding> findings = new ArrayList<>();
        for (Region region : regions.list()) {
            List<NearestNormal> nearest =
                    findings.size() < MOST_EXPLAINED ? nearestNormals(region, taps, scores) : List.of();
            findings.add(new Finding(toPicture.scale(region), nearest));
        }
        return findings;
    }

    /** What normal patches look most like the region's worst spot. */
    private List<NearestNormal> nearestNormals(Region region, List<PatchFeatures> taps, PatchScores scores) {
        PictureScale toGrid = new PictureScale(size.height(), size.width(), scores.rows(), scores.columns());
        int row = toGrid.scaleRow(region.peakRow());
        int column = toGrid.scaleColumn(region.peakColumn());
        return method.nearestNormals(taps, scores, row, column, NEAREST_NORMALS).stream()
                .map(origin -> normalAt(origin, scores))
                .toList();
    }

    private NearestNormal normalAt(PatchOrigin origin, PatchScores scores) {
        GoodPicture good = goodPictures.get(origin.image());
        Box cell = new PictureScale(scores.rows(), scores.columns(), good.height(), good.width())
                .scale(new Box(origin.column(), origin.row(), 1, 1));
        return new NearestNormal(good.name(), cell);
    }
}
