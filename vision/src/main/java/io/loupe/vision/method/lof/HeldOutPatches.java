package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.FeatureSource;
import io.loupe.vision.method.PatchScores;
import io.loupe.vision.method.bank.PatchRows;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.method.grid.TapShapes.Shape;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.modelfile.SectionWriter;
import io.loupe.vision.modelfile.UnreadableModelException;
import io.loupe.vision.neighbors.RowMatrix;
import io.loupe.vision.progress.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What the good pictures measured, each as if its part had never been seen: the distances of all their patches, and the
 * patches themselves of those that lie far from the normal ones. Known defects raise none but far patches, so this is enough
 * to know exactly what they do to the scores of good pictures. Immutable.
 *
 * <p>Saved are {@code tap-N.held-out} (float32, shape [pictures, patches, 2]: distance and spacing) and {@code tap-N.far}
 * (as {@link PatchRows}).
 */
final class HeldOutPatches {
    /** About so many of each tap are kept, as many as a bank has. */
    private static final int FAR_PATCHES = 6_000;

    /** Of each picture, one entry per tap. */
    private final List<List<PatchDistances>> pictures;

    /** Of each tap. */
    private final List<PatchRows> far;

    private HeldOutPatches(List<List<PatchDistances>> pictures, List<PatchRows> far) {
        this.pictures = List.copyOf(pictures);
        this.far = List.copyOf(far);
    }

    /**
     * Measures every picture; one pass over them.
     *
     * @param kept which of the pictures' taps have a bank, by index
     */
    static HeldOutPatches measure(FeatureSource normals, List<Integer> kept, FilledBanks filled, Progress progress) {
        TapBanks banks = filled.banks();
        int count = normals.imageCount();
        List<Float> gates = gates(filled.heldOut(), banks.shapes(), count);
        List<PictureRange> partOfImage = normals.groups().rangeOfEach();
        List<List<PatchDistances>> pictures = new ArrayList<>(Collections.nCopies(count, List.of()));
        List<List<PatchRows>> farOfEach = new ArrayList<>(Collections.nCopies(count, List.of()));
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, count).parallel().forEach(image -> {
            List<PatchFeatures> all = normals.features(image);
            List<PatchFeatures> taps = kept.stream().map(all::get).toList();
            List<PatchDistances> measured = banks.measure(taps, partOfImage.get(image));
            pictures.set(image, measured);
            farOfEach.set(
                    image,
                    IntStream.range(0, taps.size())
                            .mapToObj(tap -> far(image, taps.get(tap), measured.get(tap), gates.get(tap)))
                            .toList());
            progress.report("scoring held-out pictures", done.incrementAndGet(), count);
        });
        return new HeldOutPatches(
                pictures,
                IntStream.range(0, gates.size())
                        .mapToObj(tap -> PatchRows.join(
                                farOfEach.stream().map(taps -> taps.get(tap)).toList()))
                        .toList());
    }

    /** Distances that about {@value #FAR_PATCHES} patches reach, judged by a sample. */
    private static List<Float> gates(List<PatchDistances> sample, TapShapes shapes, int pictures) {
        return IntStream.range(0, sample.size())
                .mapToObj(tap -> {
                    Shape grid = shapes.shapes().get(tap);
                    double share = (double) FAR_PATCHES / ((double) pictures * grid.rows() * grid.columns());
                    return sample.get(tap).exceededBy(share);
                })
                .toList();
    }

    private static PatchRows far(int image, PatchFeatures tap, PatchDistances measured, float gate) {
        int[] patches = IntStream.range(0, measured.count())
                .filter(patch -> measured.distance(patch) >= gate)
                .toArray();
        RowMatrix rows = TapBanks.patchesOf(tap).select(patches);
        int first = image * measured.count();
        return PatchRows.wrap(
                rows, IntStream.of(patches).map(patch -> first + patch).toArray(), measured.count());
    }

    static HeldOutPatches load(SectionReader sections, TapShapes shapes) {
        List<List<PatchDistances>> byTap = new ArrayList<>();
        List<PatchRows> far = new ArrayList<>();
        for (int tap = 0; tap < shapes.shapes().size(); tap++) {
            Shape grid = shapes.shapes().get(tap);
            byTap.add(PatchDistances.split(sections, TapBanks.name(tap) + ".held-out", grid.rows() * grid.columns()));
            far.add(PatchRows.load(sections, TapBanks.name(tap) + ".far", grid.dimension()));
        }
        int pictures = byTap.getFirst().size();
        for (int tap = 0; tap < far.size(); tap++) {
            requireFit(sections, byTap.get(tap), far.get(tap), pictures, tap);
        }
        return new HeldOutPatches(
                IntStream.range(0, pictures)
                        .mapToObj(image ->
                                byTap.stream().map(tap -> tap.get(image)).toList())
                        .toList(),
                far);
    }

    private static void requireFit(
            SectionReader sections, List<PatchDistances> tap, PatchRows far, int pictures, int index) {
        if (tap.size() != pictures
                || far.patchesPerImage() != tap.getFirst().count()
                || far.image(far.count() - 1) >= pictures) {
            throw new UnreadableModelException(
                    "The held-out patches of tap %d in model %s are not of %d pictures. Copy the file again, or train it again."
                            .formatted(index + 1, sections.origin(), pictures));
        }
    }

    void save(SectionWriter sections) {
        for (int i = 0; i < far.size(); i++) {
            int tap = i;
            PatchDistances.join(
                    sections,
                    TapBanks.name(tap) + ".held-out",
                    pictures.stream().map(taps -> taps.get(tap)).toList());
            far.get(tap).save(sections, TapBanks.name(tap) + ".far");
        }
    }

    PatchScores scores(int picture, LofScoring scoring) {
        return scoring.scores(pictures.get(picture));
    }

    /** The least distance of each tap from which on all patches are kept. */
    List<Float> gates() {
        return IntStream.range(0, far.size())
                .mapToObj(tap -> {
                    PatchRows rows = far.get(tap);
                    return (float) IntStream.range(0, rows.count())
                            .mapToDouble(row ->
                                    pictures.get(rows.image(row)).get(tap).distance(rows.patch(row)))
                            .min()
                            .orElse(Double.POSITIVE_INFINITY);
                })
                .toList();
    }

    /** @throws IllegalArgumentException if there are fewer pictures than these */
    void requireFit(PictureGroups parts) {
        if (parts.pictureCount() < pictures.size()) {
            throw new IllegalArgumentException("Parts of %d pictures do not fit the %d this was fitted on"
                    .formatted(parts.pictureCount(), pictures.size()));
        }
    }

    /** Of a tap, the patches that are kept themselves. */
    PatchRows far(int tap) {
        return far.get(tap);
    }

    /**
     * The scores of a picture some of whose patches are farther from normal ones.
     *
     * @param factors of each tap: by patch, what to multiply its distance by
     */
    PatchScores scores(int picture, LofScoring scoring, List<Map<Integer, Double>> factors) {
        List<PatchDistances> plain = pictures.get(picture);
        return scoring.scores(IntStream.range(0, plain.size())
                .mapToObj(tap -> plain.get(tap).withFactors(factors.get(tap)))
                .toList());
    }
}
