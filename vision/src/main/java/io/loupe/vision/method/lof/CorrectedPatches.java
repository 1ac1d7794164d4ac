package io.loupe.vision.method.lof;

import io.loupe.vision.method.PatchExcerpt;
import io.loupe.vision.method.PatchExcerpt.TapExcerpt;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.ArrayList;
import java.util.List;

/** The patches of corrections on one tap, as rows of its bank. */
record CorrectedPatches(Shape grid, int tap) {
    /** Those of normal pictures, which are numbered from {@code firstImage}. */
    PatchRows normal(List<PatchExcerpt> pictures, int firstImage) {
        int patches = grid.rows() * grid.columns();
        List<PatchRows> rows = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            TapExcerpt excerpt = of(pictures.get(i));
            int first = Math.multiplyExact(firstImage + i, patches);
            int[] owned = excerpt.patches().stream()
                    .mapToInt(patch -> Math.addExact(first, patch))
                    .toArray();
            rows.add(PatchRows.wrap(excerpt.values(), owned, patches));
        }
        rows.addFirst(PatchRows.wrap(RowMatrix.wrap(0, grid.dimension(), new float[0]), new int[0], patches));
        return PatchRows.join(rows);
    }

    /** Those of defects, shape [patches, dimension]. */
    RowMatrix defective(List<PatchExcerpt> pictures) {
        return normal(pictures, 0).values();
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
