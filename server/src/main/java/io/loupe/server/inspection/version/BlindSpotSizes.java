package io.loupe.server.inspection.version;

import io.loupe.vision.blindspot.BlindSpots;
import io.loupe.vision.blindspot.SmallestFound;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * From which size on painted defects are found, 95 of 100, as JSON has it. Sizes are diameters as a share of the picture's
 * side; null where that is beyond what was tried.
 *
 * @param trials how many defects were painted
 * @param side cells along each side of the map
 * @param cells where: the size at each place, row by row; null also where hardly any were painted
 */
public record BlindSpotSizes(
        int trials, Size overall, Map<String, Size> kinds, int side, List<@Nullable Double> cells) {
    /** A size, and limits that it is within with a probability of 0.9. */
    public record Size(
            @Nullable Double size,
            @Nullable Double low,
            @Nullable Double high) {
        static Size of(SmallestFound found) {
            return new Size(finite(found.size()), finite(found.low()), finite(found.high()));
        }
    }

    static BlindSpotSizes of(BlindSpots spots) {
        Map<String, Size> kinds = new TreeMap<>();
        spots.kinds().forEach((kind, found) -> kinds.put(name(kind), Size.of(found)));
        return new BlindSpotSizes(
                spots.trials(),
                Size.of(spots.overall()),
                kinds,
                BlindSpots.SIDE,
                spots.cells().stream()
                        .<@Nullable Double>map(BlindSpotSizes::finite)
                        .toList());
    }

    private static String name(SyntheticKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Double finite(double size) {
        return Double.isFinite(size) ? size : null;
    }
}
