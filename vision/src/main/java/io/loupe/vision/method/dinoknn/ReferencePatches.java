package io.loupe.vision.method.dinoknn;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.bank.PatchTable;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.UnitVectors;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The patches of good pictures on their first tap, as unit vectors: those of the upright picture, then those of the
 * turned ones.
 *
 * @param angles by which every picture is turned, counter-clockwise, in degrees
 */
record ReferencePatches(FeatureSource normals, TapShapes shapes, List<Integer> angles) implements PatchTable {
    private static final int ANGLE_STEP = 45;

    static ReferencePatches of(FeatureSource normals, TapShapes shapes, boolean rotations) {
        int views = rotations ? 360 / ANGLE_STEP : 1;
        return new ReferencePatches(
                normals,
                shapes,
                IntStream.range(0, views).mapToObj(ReferencePatches::angle).toList());
    }

    /** The angle of a view, in degrees counter-clockwise. */
    static int angle(int view) {
        return view * ANGLE_STEP;
    }

    @Override
    public int imageCount() {
        return normals.imageCount();
    }

    @Override
    public RowMatrix patches(int image) {
        int dimension = shapes.stackedDimension();
        int length = Math.multiplyExact(shapes.patchCount(), dimension);
        float[] patches = new float[Math.multiplyExact(angles.size(), length)];
        for (int view = 0; view < angles.size(); view++) {
            RowMatrix upright = UnitVectors.of(firstTap(image, angles.get(view)));
            System.arraycopy(upright.values(), 0, patches, view * length, length);
        }
        return RowMatrix.wrap(angles.size() * shapes.patchCount(), dimension, patches);
    }

    private PatchFeatures firstTap(int image, int angle) {
        List<PatchFeatures> taps = angle == 0 ? normals.features(image) : normals.rotatedFeatures(image, angle);
        List<PatchFeatures> first = taps.subList(0, 1);
        shapes.require(first);
        return first.getFirst();
    }
}
