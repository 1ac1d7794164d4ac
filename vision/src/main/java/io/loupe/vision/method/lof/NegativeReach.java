package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowMatrix;
import java.util.List;
import java.util.stream.IntStream;

/** How far a defective patch reaches: half as far as the nearest normal patch is, of which the nearest few are kept. */
final class NegativeReach {
    /** Normal patches looked at for the nearest one that is not left out. */
    private static final int NEIGHBOURS = 64;

    /** Ascending. */
    private final float[] distances;

    private final int[] images;

    private NegativeReach(float[] distances, int[] images) {
        this.distances = distances;
        this.images = images;
    }

    /**
     * Measures defective patches against at least one normal patch.
     *
     * @param search over {@code normals}
     */
    static List<NegativeReach> measure(RowMatrix negatives, PatchRows normals, NearestRows search) {
        int k = Math.min(NEIGHBOURS, normals.count());
        Neighbors nearest = search.find(negatives, k);
        return IntStream.range(0, negatives.rows())
                .mapToObj(negative -> {
                    NegativeReach reach = new NegativeReach(new float[k], new int[k]);
                    for (int rank = 0; rank < k; rank++) {
                        reach.distances[rank] = (float) Math.sqrt(nearest.squaredDistance(negative, rank));
                        reach.images[rank] = normals.image(nearest.row(negative, rank));
                    }
                    return reach;
                })
                .toList();
    }

    /** As if it had been measured against the normal patches of both at once. */
    NegativeReach with(NegativeReach more) {
        int count = Math.min(NEIGHBOURS, distances.length + more.distances.length);
        NegativeReach both = new NegativeReach(new float[count], new int[count]);
        int own = 0;
        for (int rank = 0; rank < count; rank++) {
            int other = rank - own;
            boolean ownIsNext = other == more.distances.length
                    || (own < distances.length && distances[own] <= more.distances[other]);
            both.distances[rank] = ownIsNext ? distances[own] : more.distances[other];
            both.images[rank] = ownIsNext ? images[own] : more.images[other];
            own += ownIsNext ? 1 : 0;
        }
        return both;
    }

    /** As a distance, without the normal patches of some pictures. */
    double without(PictureRange leftOut) {
        int last = images.length - 1;
        int rank = 0;
        while (rank < last && leftOut.contains(images[rank])) {
            rank++;
        }
        return distances[rank] / 2.0;
    }
}
