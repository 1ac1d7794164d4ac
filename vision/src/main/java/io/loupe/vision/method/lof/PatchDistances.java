package io.loupe.vision.method.lof;

import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What is measured of patches on one tap, before any setting plays a part: the nearest bank row, the distance to it, and
 * the mean spacing of the normal patches there, both in units of the bank's mean spacing.
 *
 * <p>Immutable by agreement, like {@link io.loupe.vision.encoder.PatchFeatures}.
 */
final class PatchDistances {
    private final float[] distances;
    private final float[] spacings;
    private final int[] nearestRows;
    private final int firstRow;

    /**
     * Zeros yet; every patch is to be set before anybody reads.
     *
     * @param firstRow the number that the bank's first row has among all banks' rows
     */
    PatchDistances(int patches, int firstRow) {
        this(new float[patches], new float[patches], new int[patches], firstRow);
    }

    private PatchDistances(float[] distances, float[] spacings, int[] nearestRows, int firstRow) {
        this.distances = distances;
        this.spacings = spacings;
        this.nearestRows = nearestRows;
        this.firstRow = firstRow;
    }

    void set(int patch, int nearestRow, double distance, double spacing) {
        nearestRows[patch] = nearestRow;
        distances[patch] = (float) distance;
        spacings[patch] = (float) spacing;
    }

    int count() {
        return distances.length;
    }

    /** To the nearest normal patch, in units of the bank's mean spacing. */
    float distance(int patch) {
        return distances[patch];
    }

    /** The distance that this share of the patches reaches; 0 where that is all of them. */
    float exceededBy(double share) {
        float[] ascending = distances.clone();
        Arrays.sort(ascending);
        int reaching = Math.clamp(Math.round(share * ascending.length), 1, ascending.length);
        return reaching == ascending.length ? 0 : ascending[ascending.length - reaching];
    }

    /** The same with the distances of some patches multiplied. */
    PatchDistances withFactors(Map<Integer, Double> factors) {
        float[] changed = distances.clone();
        factors.forEach((patch, factor) -> changed[patch] = (float) (distances[patch] * factor));
        return new PatchDistances(changed, spacings, nearestRows, firstRow);
    }

    /** Writes the distances and spacings of pictures as one section, shape [pictures, patches, 2]. */
    static void join(SectionWriter sections, String name, List<PatchDistances> pictures) {
        int patches = pictures.getFirst().count();
        float[] values = new float[Math.multiplyExact(pictures.size(), 2 * patches)];
        int at = 0;
        for (PatchDistances picture : pictures) {
            for (int patch = 0; patch < patches; patch++) {
                values[at++] = picture.distances[patch];
                values[at++] = picture.spacings[patch];
            }
        }
        sections.putFloats(name, values);
    }

    /** Reads what {@link #join} wrote; which rows were nearest is not kept. */
    static List<PatchDistances> split(SectionReader sections, String name, int patches) {
        float[] values = sections.floats(name);
        if (values.length == 0 || values.length % (2 * patches) != 0) {
            throw new UnreadableModelException(
                    "Section '%s' holds %d values, expected pairs for %d patches of each picture. Train the model again."
                            .formatted(name, values.length, patches));
        }
        List<PatchDistances> pictures = new ArrayList<>();
        for (int from = 0; from < values.length; from += 2 * patches) {
            PatchDistances picture = new PatchDistances(patches, 0);
            for (int patch = 0; patch < patches; patch++) {
                picture.set(patch, 0, values[from + 2 * patch], values[from + 2 * patch + 1]);
            }
            pictures.add(picture);
        }
        return pictures;
    }

    /** Its number among all banks' rows. */
    int nearestRow(int patch) {
        return firstRow + nearestRows[patch];
    }

    /** Distance over spacing, for each patch: 1 where it is as far from a normal patch as those are from each other. */
    float[] ratios(double floor) {
        float[] ratios = new float[distances.length];
        for (int patch = 0; patch < ratios.length; patch++) {
            ratios[patch] = (float) (distances[patch] / (spacings[patch] + floor));
        }
        return ratios;
    }
}
