package io.loupe.vision.method.lof;

import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchExcerpt.TapExcerpt;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;

/** The patches of a correction on one tap, as rows of its bank. */
record CorrectedPatches(Shape grid, int tap) {
    /** Those of a normal picture of this number. */
    PatchRows normal(PatchExcerpt picture, int image) {
        int patches = grid.rows() * grid.columns();
        int first = Math.multiplyExact(image, patches);
        TapExcerpt excerpt = of(picture);
        int[] owned = excerpt.patches().stream()
                .mapToInt(patch -> Math.addExact(first, patch))
                .toArray();
        return PatchRows.wrap(excerpt.values(), owned, patches);
    }

    /** Those of a defect, shape [patches, dimension]. */
    RowMatrix defective(PatchExcerpt picture) {
        return of(picture).values();
    }

    private TapExcerpt of(PatchExcerpt picture) {
        TapExcerpt excerpt = tap < picture.taps().size() ? picture.taps().get(tap) : null;
        if (excerpt == null
                || excerpt.values().dimension() != grid.dimension()
                || !isAscendingWithin(excerpt.patches(), grid.rows() * grid.columns())) {
            throw new IllegalArgumentException(
                    "A correction's patches do not fit tap %d of %s; it was made with another model"
                            .formatted(tap + 1, grid));
        }
        return excerpt;
    }

    private static boolean isAscendingWithin(List<Integer> patches, int limit) {
        int before = -1;
        for (int patch : patches) {
            if (patch <= before || patch >= limit) {
                return false;
            }
            before = patch;
        }
        return true;
    }
}
