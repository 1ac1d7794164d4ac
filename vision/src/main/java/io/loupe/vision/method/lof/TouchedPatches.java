package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The far patches of good pictures, on one tap, that negatives reach or once reached: nearly none. A reach only ever gets
 * shorter, as more patches become normal, so all others need never be looked at again.
 *
 * @param negatives how many were looked at, the first ones
 */
record TouchedPatches(int negatives, List<Touch> touches) {
    static final TouchedPatches NONE = new TouchedPatches(0, List.of());

    /** A far patch, by row, within reach of a negative. */
    record Touch(int row, int negative, double squaredDistance) {}

    TouchedPatches {
        touches = List.copyOf(touches);
    }

    /**
     * These and those that negatives reach which were not looked at yet. Cost O(far rows * new negatives * dimension).
     *
     * @param partOfImage which pictures show the same part as each
     */
    TouchedPatches with(NegativePatches all, PatchRows far, List<PictureRange> partOfImage) {
        if (all.count() == negatives) {
            return this;
        }
        Stream<Touch> more = IntStream.range(0, far.count()).parallel().boxed().mapMulti((row, touch) -> {
            PictureRange part = partOfImage.get(far.image(row));
            for (int negative = negatives; negative < all.count(); negative++) {
                double squaredDistance = all.squaredDistance(negative, far.values(), row, part);
                if (all.factor(negative, squaredDistance, part) > 1) {
                    touch.accept(new Touch(row, negative, squaredDistance));
                }
            }
        });
        return new TouchedPatches(
                all.count(), Stream.concat(touches.stream(), more).toList());
    }
}
