package io.loupe.vision.method;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.modelfile.SectionWriter;
import java.util.List;

/** A method that has seen the good pictures. Thread-safe; the same features always give the same scores. */
public interface FittedMethod extends AutoCloseable {
    /** The id of the {@link AnomalyMethod} that made this and can {@link AnomalyMethod#load} it again. */
    String methodId();

    /** Names of the {@link FeatureSource#optionalTaps} it was fitted on that scoring does without: they are not passed. */
    default List<String> leftOutTaps() {
        return List.of();
    }

    /**
     * Scores one picture.
     *
     * @param taps features as the encoder gave them, one entry per tap that is not left out
     * @throws IllegalArgumentException if the shapes are not those of the training pictures
     */
    PatchScores score(List<PatchFeatures> taps);

    /**
     * Scores a training picture as if its part had never been seen: everything that came from pictures of the part is
     * left out. This is what thresholds are made from.
     *
     * @param owners the pictures of the part, by their index in the {@link FeatureSource}
     */
    PatchScores scoreHeldOut(List<PatchFeatures> taps, PictureRange owners);

    /** As {@link #scoreHeldOut(List, PictureRange)} for a changed copy of one of these pictures, as one with a defect. */
    default PatchScores scoreChanged(List<PatchFeatures> taps, PictureRange owners) {
        return scoreHeldOut(taps, owners);
    }

    /** As {@link #scoreHeldOut(List, PictureRange)} for a picture this was fitted on. */
    default PatchScores scoreHeldOut(FeatureSource normals, int image) {
        return scoreHeldOut(
                normals.features(image), normals.groups().rangeOfEach().get(image));
    }

    /**
     * Where the patch in this bank row was seen.
     *
     * @throws IndexOutOfBoundsException if there is no such row; methods without a bank have none
     */
    PatchOrigin origin(int bankRow);

    /**
     * The normal patches most like the one at a cell, each of another picture, nearest first: what the patch should have
     * looked like. Costs one search, so it is asked for a few cells only.
     *
     * @param taps the features that {@code scores} were made from
     * @param most how many at most
     * @return empty for methods that keep no patches
     */
    default List<PatchOrigin> nearestNormals(
            List<PatchFeatures> taps, PatchScores scores, int row, int column, int most) {
        return scores.hasNearestRows() ? List.of(origin(scores.nearestRow(row, column))) : List.of();
    }

    /** How many bank rows there are; 0 for methods that keep no patches. */
    int bankRows();

    /** What people should know of how it was made, in a sentence; empty when there is nothing to tell. */
    default String remark() {
        return "";
    }

    /** Writes everything {@link AnomalyMethod#load} needs. */
    void save(SectionWriter sections);

    @Override
    void close();
}
