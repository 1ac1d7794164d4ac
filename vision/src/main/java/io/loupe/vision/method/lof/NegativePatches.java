package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Patches of one tap that are known to be defective. They only ever raise the distance of a patch to the normal ones.
 *
 * <p>A negative reaches half as far as its own distance D to the nearest normal patch. At a distance e from a negative
 * within its reach, the distance to the normal patches is multiplied by (D / 2) / e, at most by {@value #MOST}, where
 * several reach by the largest factor. So a patch within reach is at least as far from every normal patch as from the
 * negative, no normal patch that is kept is within reach of any, and a defect marked where nothing is wrong has next to no
 * reach. Patches nearer to the normal ones than the {@code gate} are left as they are, so that it is enough to keep the far
 * patches of good pictures to know their scores with negatives exactly ({@link RaisedPictures}). Immutable.
 */
final class NegativePatches {
    /** One patch that looks exactly like a known defect weighs as much as sixteen that are as far from normal. */
    private static final double MOST = 16;

    static final NegativePatches NONE = new NegativePatches(RowMatrix.wrap(0, 1, new float[0]), List.of(), 0);

    private final RowMatrix negatives;
    private final List<NegativeReach> reaches;
    /** With nothing left out. */
    private final double[] fullReaches;

    private final double gate;

    private NegativePatches(RowMatrix negatives, List<NegativeReach> reaches, double gate) {
        this.negatives = negatives;
        this.reaches = List.copyOf(reaches);
        this.fullReaches = reaches.stream()
                .mapToDouble(reach -> reach.without(PictureRange.NONE))
                .toArray();
        this.gate = gate;
    }

    /**
     * Measures defective patches against the normal ones.
     *
     * @param search over {@code normals}
     * @param gate distance to the nearest normal patch, in units of the bank's mean spacing, below which nothing is raised
     */
    static NegativePatches of(RowMatrix negatives, PatchRows normals, NearestRows search, double gate) {
        return negatives.rows() == 0
                ? NONE
                : new NegativePatches(negatives, NegativeReach.measure(negatives, normals, search), gate);
    }

    /** These and others behind them, which were measured against the same normal patches with the same gate. */
    NegativePatches with(NegativePatches more) {
        if (count() == 0 || more.count() == 0) {
            return count() == 0 ? more : this;
        }
        float[] own = negatives.values();
        float[] others = more.negatives.values();
        float[] values = Arrays.copyOf(own, Math.addExact(own.length, others.length));
        System.arraycopy(others, 0, values, own.length, others.length);
        return new NegativePatches(
                RowMatrix.wrap(count() + more.count(), negatives.dimension(), values),
                Stream.concat(reaches.stream(), more.reaches.stream()).toList(),
                gate);
    }

    /** These, reaching less far where one of these normal patches is nearer than what was normal before. */
    NegativePatches withNormal(PatchRows normal) {
        if (count() == 0) {
            return this;
        }
        try (NearestRows few = NearestRows.few(normal.values())) {
            List<NegativeReach> more = NegativeReach.measure(negatives, normal, few);
            return new NegativePatches(
                    negatives,
                    IntStream.range(0, count())
                            .mapToObj(i -> reaches.get(i).with(more.get(i)))
                            .toList(),
                    gate);
        }
    }

    int count() {
        return negatives.rows();
    }

    /**
     * What to multiply the distance of a patch to the normal ones by, at least 1.
     *
     * @param distance of the patch to the nearest normal one, in units of the bank's mean spacing
     * @param leftOut pictures that count as never seen
     */
    double factor(RowMatrix patches, int patch, float distance, PictureRange leftOut) {
        double factor = 1;
        if (distance >= gate) {
            for (int i = 0; i < count(); i++) {
                factor = Math.max(factor, factor(i, squaredDistance(i, patches, patch, leftOut), leftOut));
            }
        }
        return factor;
    }

    /** What one negative multiplies the distance of a patch at this squared distance by: more than 1 within its reach. */
    double factor(int negative, double squaredDistance, PictureRange leftOut) {
        double reach = reach(negative, leftOut);
        return squaredDistance < reach * reach ? Math.min(MOST, reach / Math.sqrt(squaredDistance)) : 1;
    }

    private double reach(int negative, PictureRange leftOut) {
        return leftOut.count() == 0
                ? fullReaches[negative]
                : reaches.get(negative).without(leftOut);
    }

    /** The squared distance from a negative to a patch. Adding stops where the patch is out of reach already. */
    double squaredDistance(int negative, RowMatrix patches, int patch, PictureRange leftOut) {
        double reach = reach(negative, leftOut);
        double limit = reach * reach;
        int dimension = negatives.dimension();
        int from = patch * dimension;
        int other = negative * dimension;
        double sum = 0;
        for (int i = 0; i < dimension && sum < limit; i++) {
            double difference = patches.values()[from + i] - negatives.values()[other + i];
            sum += difference * difference;
        }
        return sum;
    }
}
