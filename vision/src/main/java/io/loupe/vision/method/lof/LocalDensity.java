package io.loupe.vision.method.lof;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.NearestRows;
import io.loupe.vision.neighbors.Neighbors;
import io.loupe.vision.neighbors.RowRange;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How densely normal patches lie around each row of a bank, as their spacing: the mean distance to the nearest
 * {@value #NEIGHBOURS} rows of other parts. Rows of pictures of the row's own part do not count, because patches of one
 * picture are alike for no better reason than that they overlap.
 *
 * <p>Kept are, for each row, the nearest {@value #KEPT} rows of other parts, at most {@value #NEIGHBOURS} of one part:
 * whichever part is left out, the {@value #NEIGHBOURS} nearest of the others are among them. Immutable.
 *
 * <p>Saved under a name N as {@code N.distances} (float32, shape [rows, {@value #KEPT}], ascending) and {@code N.images}
 * (int32, same shape: the pictures they lead to, -1 where there are fewer).
 */
final class LocalDensity {
    /** Fills up rows that have fewer neighbours. */
    private static final int NO_IMAGE = -1;

    private static final int NEIGHBOURS = 5;
    private static final int KEPT = 2 * NEIGHBOURS;

    /** Where so many of the nearest come from one or two parts, the few that were found must do. */
    private static final int MOST_LOOKED_AT = 16 * KEPT;

    private final float[] distances;
    private final int[] images;
    /** With nothing left out. */
    private final double[] spacings;

    private LocalDensity(float[] distances, int[] images) {
        this.distances = distances;
        this.images = images;
        this.spacings = IntStream.range(0, distances.length / KEPT)
                .mapToDouble(row -> measuredSpacing(row, PictureRange.NONE))
                .toArray();
    }

    /**
     * Measures a bank against itself. Cost O(rows^2 * dimension).
     *
     * @param bank holds rows of at least two parts
     * @param search over the bank
     * @param parts which pictures show the same part
     */
    static LocalDensity of(PatchRows bank, NearestRows search, PictureGroups parts) {
        float[] distances = new float[Math.multiplyExact(bank.count(), KEPT)];
        int[] images = new int[distances.length];
        Arrays.fill(images, NO_IMAGE);
        List<PictureRange> partOfImage = parts.rangeOfEach();
        parts.ranges().forEach(part -> {
            RowRange own = bank.rowsOf(part);
            measure(bank, search, own, own, partOfImage, distances, images);
        });
        return new LocalDensity(distances, images);
    }

    /**
     * As {@link #of} for a bank to which rows of a new part were added, without measuring the old rows against each other
     * again. Rows of new parts are measured against those that were first there, and against each other part by part, so that
     * the order in which parts are added plays no role. Cost O(rows * new rows * dimension).
     *
     * @param bank the rows that this was measured on, and behind them those of a new part, which is one picture
     * @param first search over the rows that were first there
     * @param parts of all pictures but the new one
     */
    LocalDensity with(PatchRows bank, NearestRows first, PictureGroups parts) {
        int oldRows = spacings.length;
        float[] allDistances = Arrays.copyOf(distances, Math.multiplyExact(bank.count(), KEPT));
        int[] allImages = Arrays.copyOf(images, allDistances.length);
        Arrays.fill(allImages, images.length, allImages.length, NO_IMAGE);
        RowRange old = new RowRange(0, oldRows);
        RowRange added = new RowRange(oldRows, bank.count());
        measure(bank, first, added, RowRange.NONE, parts.rangeOfEach(), allDistances, allImages);
        for (int row = first.rows(); row < oldRows; ) {
            RowRange earlier = bank.rowsOf(PictureRange.of(bank.image(row)));
            offer(bank, earlier, added, allDistances, allImages);
            row = earlier.to();
        }
        offer(bank, added, old, allDistances, allImages);
        return new LocalDensity(allDistances, allImages);
    }

    /** Lets rows of one picture take their place among the kept neighbours of others, which were measured without them. */
    private static void offer(PatchRows bank, RowRange picture, RowRange others, float[] distances, int[] images) {
        int k = Math.min(NEIGHBOURS, picture.count());
        Neighbors nearest;
        try (NearestRows few = NearestRows.few(bank.values().select(picture))) {
            nearest = few.find(bank.values().select(others), k);
        }
        int image = bank.image(picture.from());
        for (int query = 0; query < others.count(); query++) {
            for (int rank = 0; rank < k; rank++) {
                float distance = (float) Math.sqrt(nearest.squaredDistance(query, rank));
                insert(distance, image, (others.from() + query) * KEPT, distances, images);
            }
        }
    }

    private static void insert(float distance, int image, int offset, float[] distances, int[] images) {
        int at = offset + KEPT;
        while (at > offset && (images[at - 1] == NO_IMAGE || distances[at - 1] > distance)) {
            at--;
        }
        if (at < offset + KEPT) {
            System.arraycopy(distances, at, distances, at + 1, offset + KEPT - 1 - at);
            System.arraycopy(images, at, images, at + 1, offset + KEPT - 1 - at);
            distances[at] = distance;
            images[at] = image;
        }
    }

    /** Finds the kept neighbours of the rows of one part among all that are searched but the excluded ones. */
    private static void measure(
            PatchRows bank,
            NearestRows search,
            RowRange own,
            RowRange excluded,
            List<PictureRange> partOfImage,
            float[] distances,
            int[] images) {
        int others = search.rows() - excluded.count();
        boolean complete = own.count() == 0;
        for (int k = Math.min(KEPT, others); !complete; k = Math.min(2 * k, others)) {
            Neighbors nearest = search.find(bank.values().select(own), k, excluded);
            complete = k == others || k >= MOST_LOOKED_AT;
            boolean full = true;
            for (int row = own.from(); row < own.to(); row++) {
                full &= keep(bank, partOfImage, nearest, row - own.from(), row * KEPT, distances, images);
            }
            complete |= full;
        }
    }

    /** Writes the neighbours of one row that are kept, from {@code offset}; false where there is room for more. */
    private static boolean keep(
            PatchRows bank,
            List<PictureRange> partOfImage,
            Neighbors nearest,
            int query,
            int offset,
            float[] distances,
            int[] images) {
        int at = offset;
        for (int rank = 0; rank < nearest.k() && at < offset + KEPT; rank++) {
            int image = bank.image(nearest.row(query, rank));
            PictureRange part = partOfImage.get(image);
            if (Arrays.stream(images, offset, at).filter(part::contains).count() < NEIGHBOURS) {
                distances[at] = (float) Math.sqrt(nearest.squaredDistance(query, rank));
                images[at] = image;
                at++;
            }
        }
        return at == offset + KEPT;
    }

    /** @throws UnreadableModelException if a section is missing or does not fit a bank of so many rows */
    static LocalDensity load(SectionReader sections, String name, int rows) {
        float[] distances = sections.floats(name + ".distances");
        int[] images = sections.ints(name + ".images");
        if (distances.length != (long) rows * KEPT || images.length != distances.length) {
            throw new UnreadableModelException(
                    "Sections '%s.distances' and '%s.images' hold %d and %d values, expected %d for each of %d rows. Train the model again."
                            .formatted(name, name, distances.length, images.length, KEPT, rows));
        }
        for (int i = 0; i < images.length; i++) {
            if (images[i] < (i % KEPT == 0 ? 0 : NO_IMAGE) || !(distances[i] >= 0 && distances[i] <= Float.MAX_VALUE)) {
                throw new UnreadableModelException(
                        "Row %d of sections '%s.distances' and '%s.images' does not make sense: a distance of %s to picture %d. Train the model again."
                                .formatted(i / KEPT, name, name, distances[i], images[i]));
            }
        }
        return new LocalDensity(distances, images);
    }

    void save(SectionWriter sections, String name) {
        sections.putFloats(name + ".distances", distances);
        sections.putInts(name + ".images", images);
    }

    /**
     * The spacing around a row as if a part were not there; that around the row as it is where nothing else is left.
     *
     * @param leftOut the pictures of a part, or none
     */
    double spacing(int row, PictureRange leftOut) {
        return leftOut.count() == 0 ? spacings[row] : measuredSpacing(row, leftOut);
    }

    private double measuredSpacing(int row, PictureRange leftOut) {
        double sum = 0;
        int count = 0;
        for (int i = row * KEPT; i < (row + 1) * KEPT && count < NEIGHBOURS; i++) {
            if (images[i] != NO_IMAGE && !leftOut.contains(images[i])) {
                sum += distances[i];
                count++;
            }
        }
        return count > 0 ? sum / count : spacings[row];
    }

    /** The mean spacing around all rows. */
    double meanSpacing() {
        return Arrays.stream(spacings).average().orElseThrow();
    }
}
