package io.loupe.vision.map;

import io.loupe.vision.image.BinaryMask;

/**
 * The 8-connected parts of a mask: pixels that touch along an edge or at a corner are of one component.
 *
 * <p>Two passes with union-find over provisional labels, in linear time [1]. A pixel takes a new label only where none
 * of its earlier neighbours (left, and the three above) is set, so no two new labels touch, and there are at most
 * ceil(height / 2) * ceil(width / 2).
 *
 * <p>[1] L. He, X. Ren, Q. Gao, X. Zhao, B. Yao, Y. Chao: The connected-component labeling problem: a review of
 * state-of-the-art algorithms. Pattern Recognition 70, 2017.
 *
 * <p>Immutable by agreement; safe to share between threads.
 */
public final class ConnectedComponents {
    private final int count;
    private final int[] labels;

    private ConnectedComponents(int count, int[] labels) {
        this.count = count;
        this.labels = labels;
    }

    /** Labels the set pixels of a mask. */
    public static ConnectedComponents of(BinaryMask mask) {
        int[] labels = new int[mask.pixels().length];
        int[] parents = new int[1 + (mask.height() + 1) / 2 * ((mask.width() + 1) / 2)];
        int provisional = labelProvisionally(mask, labels, parents);
        int count = numberRoots(parents, provisional);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = parents[labels[i]];
        }
        return new ConnectedComponents(count, labels);
    }

    /** How many components there are. */
    public int count() {
        return count;
    }

    /**
     * The live labels, shape [height, width]: 0 where the mask is not set, otherwise 1 to {@link #count()}, numbered in
     * the order of their first pixels; to be read, not written.
     */
    public int[] labels() {
        return labels;
    }

    /** How many pixels each label has, indexed by label; entry 0 counts the pixels that are not set. */
    public int[] areas() {
        int[] areas = new int[count + 1];
        for (int label : labels) {
            areas[label]++;
        }
        return areas;
    }

    private static int labelProvisionally(BinaryMask mask, int[] labels, int[] parents) {
        int width = mask.width();
        boolean[] pixels = mask.pixels();
        int last = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (!pixels[i]) {
                continue;
            }
            int column = i % width;
            int above = i >= width ? labels[i - width] : 0;
            int left = column > 0 ? labels[i - 1] : 0;
            int aboveLeft = i >= width && column > 0 ? labels[i - width - 1] : 0;
            int aboveRight = i >= width && column < width - 1 ? labels[i - width + 1] : 0;
            if (above != 0) {
                labels[i] = above; // it touches the other three, which are joined to it already
            } else {
                int before = left != 0 ? left : aboveLeft;
                if (before == 0 && aboveRight == 0) {
                    last++;
                    parents[last] = last;
                    labels[i] = last;
                } else if (before != 0 && aboveRight != 0) {
                    labels[i] = join(parents, before, aboveRight);
                } else {
                    labels[i] = before + aboveRight;
                }
            }
        }
        return last;
    }

    private static int join(int[] parents, int first, int second) {
        int a = root(parents, first);
        int b = root(parents, second);
        int lower = Math.min(a, b);
        parents[Math.max(a, b)] = lower;
        return lower;
    }

    private static int root(int[] parents, int label) {
        int at = label;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]]; // halving the path keeps the next search short
            at = parents[at];
        }
        return at;
    }

    /** Replaces every parent by its root's final number; a parent is never above its child, so one pass will do. */
    private static int numberRoots(int[] parents, int provisional) {
        int count = 0;
        for (int label = 1; label <= provisional; label++) {
            parents[label] = parents[label] == label ? ++count : parents[parents[label]];
        }
        return count;
    }
}
