package io.loupe.vision;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.modelfile.SectionFacts;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.threshold.HeldOutScores;
import io.loupe.vision.threshold.Promise;
import io.loupe.vision.threshold.Threshold;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thresholds and the scores they were made from as facts of a model file, in decimals that read back to the same bits.
 *
 * <p>{@code threshold}: {@code warn}, {@code fail}, {@code pixel}, {@code grow} (scores), and for {@code fail-promise} and
 * {@code warn-promise} each: {@code -rate}, {@code -pictures}, {@code -upper-limit}, {@code -extrapolated}.
 * {@code held-out}: {@code scores} and {@code map-maxima}, one number per good picture, and {@code groups},
 * how many pictures show each part, separated by spaces.
 */
final class ThresholdFacts {
    private ThresholdFacts() {}

    static Map<String, String> of(Threshold threshold) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("warn", Double.toString(threshold.warnScore()));
        facts.put("fail", Double.toString(threshold.failScore()));
        facts.put("pixel", Double.toString(threshold.pixelScore()));
        facts.put("grow", Double.toString(threshold.growScore()));
        putPromise(facts, "fail-promise", threshold.failPromise());
        putPromise(facts, "warn-promise", threshold.warnPromise());
        return facts;
    }

    private static void putPromise(Map<String, String> facts, String name, Promise promise) {
        facts.put(name + "-rate", Double.toString(promise.promisedRate()));
        facts.put(name + "-pictures", Integer.toString(promise.goodPictures()));
        facts.put(name + "-upper-limit", Double.toString(promise.upperLimit()));
        facts.put(name + "-extrapolated", Boolean.toString(promise.extrapolated()));
    }

    static Threshold readThreshold(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, "threshold");
        return new Threshold(
                facts.decimal("warn"),
                facts.decimal("fail"),
                facts.decimal("pixel"),
                facts.decimal("grow"),
                readPromise(facts, "fail-promise"),
                readPromise(facts, "warn-promise"));
    }

    private static Promise readPromise(SectionFacts facts, String name) {
        return new Promise(
                facts.decimal(name + "-rate"),
                facts.number(name + "-pictures", 0),
                facts.decimal(name + "-upper-limit"),
                facts.flag(name + "-extrapolated"));
    }

    static Map<String, String> of(HeldOutScores heldOut) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("scores", joined(heldOut.imageLevelScores()));
        facts.put("map-maxima", joined(heldOut.mapMaxima()));
        facts.put(
                "groups", heldOut.groups().sizes().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        return facts;
    }

    static HeldOutScores readHeldOut(SectionReader sections) {
        SectionFacts facts = SectionFacts.read(sections, "held-out");
        PictureGroups groups = facts.parsed("groups", ThresholdFacts::splitSizes);
        double[] maxima = facts.parsed("map-maxima", ThresholdFacts::split);
        return facts.parsed("scores", text -> HeldOutScores.of(split(text), maxima, groups));
    }

    private static String joined(double[] values) {
        return Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static double[] split(String text) {
        return Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static PictureGroups splitSizes(String text) {
        return new PictureGroups(
                Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList());
    }
}
