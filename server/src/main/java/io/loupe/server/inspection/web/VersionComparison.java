package io.loupe.server.inspection.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.inspection.version.BlindSpotSizes;
import io.loupe.server.inspection.version.LearnedPicture;
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
 * @param imagesAdded how many pictures b learned from and a did not
 * @param imagesRemoved how many pictures a learned from and b did not
 */
record VersionComparison(
        VersionView a,
        VersionView b,
        List<Difference> differences,
        @JsonProperty("images_added") long imagesAdded,
        @JsonProperty("images_removed") long imagesRemoved) {

    /** What is not the same in both, as texts to be shown side by side; null for nothing. */
    record Difference(
            String field, @Nullable String a, @Nullable String b) {}

    static VersionComparison of(
            VersionView a, List<LearnedPicture> picturesOfA, VersionView b, List<LearnedPicture> picturesOfB) {
        Map<String, @Nullable String> valuesOfA = values(a);
        Map<String, @Nullable String> valuesOfB = values(b);
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
    private static Map<String, @Nullable String> values(VersionView version) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("change", version.change().text());
        values.put("method", version.method());
        values.put("encoder", version.encoder());
        values.put("taps", String.join(", ", version.taps()));
        values.put("size", version.size());
        VersionView.SettingsView settings = version.settings();
        values.put("seed", settings.seed());
        values.put("max_false_reject", settings.maxFalseReject());
        values.put("coreset", settings.coreset());
        values.put("bank", settings.bank());
        values.put("neighbours", settings.neighbours());
        values.put("reweighting", settings.reweighting());
        values.put("rotations", settings.rotations());
        values.put("foreground_mask", settings.foregroundMask());
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
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        values.forEach((field, value) -> texts.put(field, value == null ? null : value.toString()));
        return texts;
    }

    /** How many of the pictures are not among the others. */
    private static long without(List<LearnedPicture> pictures, List<LearnedPicture> others) {
        Set<String> known = others.stream().map(LearnedPicture::sha256).collect(Collectors.toSet());
        return pictures.stream()
                .filter(picture -> !known.contains(picture.sha256()))
                .count();
    }
}
