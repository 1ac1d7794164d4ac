package io.loupe.vision.method.lof;

import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.UnreadableModelException;
import java.util.List;
import java.util.Map;

/**
 * The choices that no fixed value gets right for every part. Only the last one changes distances; the others can be tried
 * on the same {@link PatchDistances}.
 *
 * <p>A floor is added to the spacing of the normal patches, in units of its mean: a small one lets a place count fully
 * where normal patches lie close together, a large one brings the score near to the plain distance.
 *
 * @param pictureFloor floor of the scores that a picture's score is made of; above 0
 * @param mapFloor floor of the scores that the anomaly map is made of; above 0
 * @param topShare share of the map's cells, the highest, that a picture's score is the mean of; above 0, at most 1
 * @param coresetShare share of a bank's rows chosen by greedy coreset, 0 to 1; the others are random
 */
record LofSettings(double pictureFloor, double mapFloor, double topShare, double coresetShare) {
    /** The most robust fixed choice found. */
    static final LofSettings DEFAULT = new LofSettings(0.3, 0.5, 0.02, 0.5);

    /** What is worth trying as a floor. */
    static final List<Double> FLOORS = List.of(0.1, 0.3, 1.0, 3.0);

    LofSettings {
        requireFloor("picture", pictureFloor);
        requireFloor("map", mapFloor);
        if (!(topShare > 0 && topShare <= 1)) {
            throw new IllegalArgumentException(
                    "A picture's score is the mean of a share above 0 and at most 1 of the cells, got " + topShare);
        }
        if (!(coresetShare >= 0 && coresetShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share of a bank chosen by coreset must be 0 to 1, got " + coresetShare);
        }
    }

    LofSettings withPicture(double floor, double share) {
        return new LofSettings(floor, mapFloor, share, coresetShare);
    }

    LofSettings withMapFloor(double floor) {
        return new LofSettings(pictureFloor, floor, topShare, coresetShare);
    }

    /** Reads what {@link #putFacts} wrote. */
    static LofSettings read(SectionFacts facts) {
        try {
            return new LofSettings(
                    facts.decimal("picture-floor"),
                    facts.decimal("map-floor"),
                    facts.decimal("top-share"),
                    facts.decimal("coreset-share"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableModelException(
                    "The settings of %s do not make sense: %s. Train the model again."
                            .formatted(PatchLof.ID, e.getMessage()),
                    e);
        }
    }

    /** Adds {@code picture-floor}, {@code map-floor}, {@code top-share} and {@code coreset-share}. */
    void putFacts(Map<String, String> facts) {
        facts.put("picture-floor", Double.toString(pictureFloor));
        facts.put("map-floor", Double.toString(mapFloor));
        facts.put("top-share", Double.toString(topShare));
        facts.put("coreset-share", Double.toString(coresetShare));
    }

    private static void requireFloor(String what, double floor) {
        if (!(floor > 0 && floor < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "The floor of the %s's scores must be positive and finite, got %s".formatted(what, floor));
        }
    }
}
