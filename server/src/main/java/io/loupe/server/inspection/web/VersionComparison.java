package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.version.BlindSpotSizes;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.inspection.version.MethodFacts;
import io.loupe.server.inspection.version.VersionTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two versions side by side.
 *
 * @param imagesAdded what b learned from and a did not
 * @param imagesRemoved what a learned from and b did not
 */
record VersionComparison(
        VersionView a,
        VersionView b,
        List<Difference> differences,
        @JsonProperty("images_added") List<LearnedPicture> imagesAdded,
        @JsonProperty("images_removed") List<LearnedPicture> imagesRemoved) {

    /** What is not the same in both; a text, a number, a list or null. */
    record Difference(
            String field, @Nullable Object a, @Nullable Object b) {}

    static VersionComparison of(
            VersionView a, List<LearnedPicture> picturesOfA, VersionView b, List<LearnedPicture> picturesOfB) {
        Map<String, @Nullable Object> valuesOfA = values(a);
        Map<String, @Nullable Object> valuesOfB = values(b);
        return new VersionComparison(
                a,
                b,
                valuesOfA.keySet().stream()
                        .filter(field -> !Objects.equals(valuesOfA.get(field), valuesOfB.get(field)))
                        .map(field -> new Difference(field, valuesOfA.get(field), valuesOfB.get(field)))
                        .toList(),
                without(picturesOfB, picturesOfA),
                without(picturesOfA, picturesOfB));
    }

    /** What people compare, in the order in which they do. */
    private static Map<String, @Nullable Object> values(VersionView version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("change", version.change().text());
        values.put("method", version.method());
        values.put("encoder", version.encoder());
        values.put("taps", version.taps());
        values.put("size", version.size());
        values.put("seed", version.settings().seed());
        values.put("max_false_reject", version.settings().maxFalseReject());
        MethodFacts method = version.settings().method();
        values.put("coreset", method.coreset());
        values.put("bank", method.bank());
        values.put("neighbours", method.neighbours());
        values.put("reweighting", method.reweighting());
        values.put("rotations", method.rotations());
        values.put("foreground_mask", method.foregroundMask());
        values.put("good_images", version.goodImages());
        values.put("bytes", version.bytes());
        values.put("remark", version.remark());
        values.put("threshold.warn", version.threshold().warn());
        values.put("threshold.fail", version.threshold().fail());
        values.put("threshold.by", version.threshold().by().text());
        values.put("promise.fail.rate", version.promise().fail().rate());
        values.put("promise.fail.upper_limit", version.promise().fail().upperLimit());
        VersionTest.Metrics metrics = version.metrics();
        values.put("metrics.image_auroc", metrics == null ? null : metrics.imageAuroc());
        values.put("metrics.defects", metrics == null ? null : metrics.defects());
        values.put("metrics.detected", metrics == null ? null : metrics.detected());
        values.put("metrics.pixel_auroc", metrics == null ? null : metrics.pixelAuroc());
        BlindSpotSizes blindSpots = version.blindSpots();
        values.put(
                "blind_spots.size",
                blindSpots == null ? null : blindSpots.overall().size());
        return values;
    }

    private static List<LearnedPicture> without(List<LearnedPicture> pictures, List<LearnedPicture> others) {
        Set<String> known = others.stream().map(LearnedPicture::sha256).collect(Collectors.toSet());
        return pictures.stream()
                .filter(picture -> !known.contains(picture.sha256()))
                .toList();
    }
}
