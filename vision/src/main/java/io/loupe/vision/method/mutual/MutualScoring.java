package io.loupe.vision.method.mutual;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * MuSc [1]: scores the pictures of an unlabelled batch against each other. A normal patch has a close match in many
 * other pictures, an anomalous one in few. Good for sorting a first heap of pictures; a score means something within its
 * batch only.
 *
 * <p>Each tap is seen at three neighbourhood sizes (1, 3 and 5 cells). For each view, a patch gets its distance to the
 * nearest patch of every other picture, and of these the mean of the lowest 30 % (at least one). The means over views
 * are brought to the finest grid and averaged over taps; a picture's score is its highest patch.
 *
 * <p>All pairs of pictures are compared: O(pictures^2 * patches^2 * dimension) in time. Memory is bounded: the pictures
 * are taken in blocks of up to 256 MB, and for each block all pictures stream by, so that each is encoded once per block.
 *
 * <p>[1] Li et al., MuSc: Zero-Shot Industrial Anomaly Classification and Segmentation with Mutual Scoring of the
 * Unlabeled Images, 2024, https://arxiv.org/abs/2401.16753
 */
public final class MutualScoring {
    private static final long BLOCK_BYTES = 256L << 20;
    private static final int[] NEIGHBOURHOOD_SIDES = {1, 3, 5};

    private MutualScoring() {}

    /**
     * The scores of every picture, in the order of the batch, without nearest rows.
     *
     * @throws IllegalArgumentException if there are fewer than 2 pictures
     */
    public static List<PatchScores> score(FeatureSource batch, Progress progress) {
        return score(batch, BLOCK_BYTES, progress);
    }

    static List<PatchScores> score(FeatureSource batch, long blockBytes, Progress progress) {
        int images = batch.imageCount();
        if (images < 2) {
            throw new IllegalArgumentException(
                    "Mutual scoring compares pictures with each other and needs at least 2, got %d".formatted(images));
        }
        TapShapes shapes = TapShapes.of(batch.features(0));
        List<View> views = views(shapes);
        long bytesPerImage =
                views.stream().mapToLong(view -> view.bytesPerImage(images)).sum();
        int blockSize = Math.clamp(blockBytes / bytesPerImage, 1, images);
        List<PatchScores> scores = new ArrayList<>();
        for (int from = 0; from < images; from += blockSize) {
            int to = Math.min(from + blockSize, images);
            List<PictureBlock> blocks = blocks(batch, shapes, views, from, to);
            // One by one: each comparison uses all cores by itself.
            for (int other = 0; other < images; other++) {
                List<PatchFeatures> taps = checked(batch, other, shapes);
                for (PictureBlock block : blocks) {
                    block.compareWith(other, taps);
                }
                long pairs = (long) from * images + (other + 1L) * (to - from);
                progress.report("comparing pictures", pairs, (long) images * images);
            }
            IntStream.range(0, to - from)
                    .mapToObj(picture -> fused(shapes, blocks, picture))
                    .forEach(scores::add);
        }
        return scores;
    }

    private static List<View> views(TapShapes shapes) {
        List<View> views = new ArrayList<>();
        for (int tap = 0; tap < shapes.shapes().size(); tap++) {
            for (int side : NEIGHBOURHOOD_SIDES) {
                views.add(new View(tap, side, shapes.shapes().get(tap)));
            }
        }
        return views;
    }

    private static List<PictureBlock> blocks(
            FeatureSource batch, TapShapes shapes, List<View> views, int from, int to) {
        List<PictureBlock> blocks = views.stream()
                .map(view -> new PictureBlock(view, batch.imageCount(), from, to))
                .toList();
        IntStream.range(from, to).parallel().forEach(image -> {
            List<PatchFeatures> taps = checked(batch, image, shapes);
            blocks.forEach(block -> block.put(image, taps));
        });
        return blocks;
    }

    private static List<PatchFeatures> checked(FeatureSource batch, int image, TapShapes shapes) {
        List<PatchFeatures> taps = batch.features(image);
        shapes.require(taps);
        return taps;
    }

    /** The mean over all views, on the finest grid. */
    private static PatchScores fused(TapShapes shapes, List<PictureBlock> blocks, int picture) {
        float[] fused = new float[shapes.patchCount()];
        for (PictureBlock block : blocks) {
            float[] scores = block.scores(picture, shapes.rows(), shapes.columns());
            for (int patch = 0; patch < fused.length; patch++) {
                fused[patch] += scores[patch] / blocks.size();
            }
        }
        float worst = 0;
        for (float score : fused) {
            worst = Math.max(worst, score);
        }
        return PatchScores.wrap(shapes.rows(), shapes.columns(), fused, worst, new int[0]);
    }
}
