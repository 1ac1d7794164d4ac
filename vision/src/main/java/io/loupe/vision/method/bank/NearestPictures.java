package io.loupe.vision.method.bank;

import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.ArrayList;
import java.util.List;

/** The rows of a bank that look most like a patch, one of each picture: three good parts say more than one three times. */
public final class NearestPictures {
    private static final int FIRST_LOOK = 8;

    private NearestPictures() {}

    /**
     * Rows of different pictures, nearest first; fewer than asked for where the bank has rows of fewer pictures.
     *
     * <p>Looks at ever more rows until enough pictures are among them, mostly once.
     *
     * @param search over the rows of {@code bank}
     * @param patch shape [1, dimension]
     */
    public static List<Integer> rows(PatchRows bank, NearestRows search, RowMatrix patch, int most) {
        List<Integer> rows = new ArrayList<>();
        for (int k = FIRST_LOOK; ; k *= FIRST_LOOK) {
            int looked = Math.min(k, bank.count());
            Neighbors nearest = search.find(patch, looked);
            rows.clear();
            for (int rank = 0; rank < looked && rows.size() < most; rank++) {
                int row = nearest.row(0, rank);
                if (rows.stream().noneMatch(kept -> bank.image(kept) == bank.image(row))) {
                    rows.add(row);
                }
            }
            if (rows.size() == most || looked == bank.count()) {
                return rows;
            }
        }
    }
}
