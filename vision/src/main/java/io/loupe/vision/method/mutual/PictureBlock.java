package io.loupe.vision.method.mutual;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.grid.Upsampling;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.Arrays;
import java.util.List;

/** Some pictures in one view, and the distance of each of their patches to every picture of the batch. */
final class PictureBlock {
    private static final double LOWEST_SHARE = 0.3;

    private final View view;
    private final int images;
    private final int from;
    private final int to;
    /** Shape [pictures of the block, patches, dimension]. */
    private final float[] patches;
    /** Shape [pictures of the block, patches, images]. */
    private final float[] distances;

    PictureBlock(View view, int images, int from, int to) {
        this.view = view;
        this.images = images;
        this.from = from;
        this.to = to;
        int rows = Math.multiplyExact(to - from, view.patchCount());
        this.patches = new float[Math.multiplyExact(rows, view.shape().dimension())];
        this.distances = new float[Math.multiplyExact(rows, images)];
    }

    void put(int image, List<PatchFeatures> taps) {
        float[] own = view.patches(taps).values();
        System.arraycopy(own, 0, patches, (image - from) * own.length, own.length);
    }

    /** Notes how far each patch is from the nearest patch of this picture; infinitely far from its own. */
    void compareWith(int other, List<PatchFeatures> taps) {
        int rows = (to - from) * view.patchCount();
        RowMatrix queries = RowMatrix.wrap(rows, view.shape().dimension(), patches);
        try (NearestRows search = NearestRows.create(view.patches(taps))) {
            Neighbors nearest = search.find(queries, 1);
            for (int row = 0; row < rows; row++) {
                boolean own = from + row / view.patchCount() == other;
                distances[row * images + other] =
                        own ? Float.POSITIVE_INFINITY : (float) Math.sqrt(nearest.squaredDistance(row, 0));
            }
        }
    }

    /** A picture's score in this view, brought to the grid asked for: shape [rows, columns]. */
    float[] scores(int picture, int rows, int columns) {
        float[] scores = new float[view.patchCount()];
        for (int patch = 0; patch < scores.length; patch++) {
            int at = (picture * scores.length + patch) * images;
            scores[patch] = meanOfLowest(Arrays.copyOfRange(distances, at, at + images));
        }
        float[] upsampled = new float[rows * columns];
        PatchFeatures grid =
                PatchFeatures.wrap(view.shape().rows(), view.shape().columns(), 1, scores);
        Upsampling.bilinear(grid, rows, columns, upsampled, 1, 0);
        return upsampled;
    }

    private float meanOfLowest(float[] toPictures) {
        int count = Math.max(1, (int) ((images - 1) * LOWEST_SHARE));
        Arrays.sort(toPictures);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += toPictures[i];
        }
        return (float) (sum / count);
    }
}
