package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.vision.Detector;
import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Blind spots in words. */
final class BlindSpotText {
    private BlindSpotText() {}

    /** Nothing where nobody looked for any. */
    static String of(Detector detector) {
        return detector.blindSpots()
                .map(spots -> of(spots, detector.typicalSide()))
                .orElse("");
    }

    /**
     * The same of what a server says of a version.
     *
     * @param spots null sizes are beyond what was tried, null cells not known
     * @param side of the picture in pixels
     */
    static String of(JsonNode spots, double side) {
        Map<SyntheticKind, SmallestFound> kinds = spots.path("kinds")
                .propertyStream()
                .collect(Collectors.toMap(
                        kind -> SyntheticKind.valueOf(kind.getKey().toUpperCase(Locale.ROOT)),
                        kind -> smallestFound(kind.getValue())));
        List<Double> cells = spots.path("cells")
                .valueStream()
                .map(cell -> cell.isNull() ? Double.NaN : size(cell.path("size")))
                .toList();
        SmallestFound overall = smallestFound(spots.path("overall"));
        return of(new BlindSpots(spots.path("trials").asInt(), overall, kinds, cells), side);
    }

    private static SmallestFound smallestFound(JsonNode found) {
        return new SmallestFound(size(found.path("size")), size(found.path("low")), size(found.path("high")));
    }

    private static double size(JsonNode size) {
        return size.isNumber() ? size.asDouble() : Double.POSITIVE_INFINITY;
    }

    /** @param side of the picture in pixels */
    static String of(BlindSpots spots, double side) {
        List<String> lines = new ArrayList<>();
        SmallestFound overall = spots.overall();
        if (overall.isFinite()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Painted defects FAIL 95 times in 100 from %s on (%.1f %% of the side; 90 %% sure: %s to %s).",
                    pixels(overall.size(), side),
                    100 * overall.size(),
                    pixels(overall.low(), side),
                    pixels(overall.high(), side)));
        } else {
            lines.add("Painted defects do not FAIL reliably at any size tried (up to %s)."
                    .formatted(pixels(BlindSpots.LARGEST, side)));
        }
        lines.add("Easiest first: "
                + spots.kinds().entrySet().stream()
                        .sorted(Comparator.comparingDouble((Map.Entry<SyntheticKind, SmallestFound> kind) ->
                                        kind.getValue().size())
                                .thenComparing(Map.Entry::getKey))
                        .map(kind -> kind.getKey().name().toLowerCase(Locale.ROOT) + " "
                                + pixels(kind.getValue().size(), side))
                        .collect(Collectors.joining(", "))
                + ".");
        return String.join("\n", lines);
    }

    private static String pixels(double size, double side) {
        return Double.isInfinite(size)
                ? "beyond %.0f px".formatted(BlindSpots.LARGEST * side)
                : String.format(Locale.ROOT, "%.0f px", Math.max(1, size * side));
    }
}
