package io.loupe.server.inspection.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.library.ImageId;
import io.loupe.vision.map.Box;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a picture beside its score. It is kept as the JSON that this becomes.
 *
 * @param pValue the share of good parts that score at least as high, as far as the held-out ones can tell: (1 + those
 *     that do) / (1 + all)
 * @param anomalousShare how much of the picture, 0..1, is anomalous
 * @param regions the anomalous places, worst first
 */
public record Details(
        @JsonProperty("p_value") double pValue,
        @JsonProperty("anomalous_share") double anomalousShare,
        List<Region> regions,
        Timings timings) {
    public Details {
        regions = List.copyOf(regions);
    }

    /**
     * An anomalous place.
     *
     * @param box in pixels of the upright picture
     * @param area in pixels
     * @param areaShare of the picture, 0..1
     * @param score the highest value of its map
     * @param nearest what should have been there: the most alike patches of good pictures, nearest first
     */
    public record Region(
            Box box, int area, @JsonProperty("area_share") double areaShare, double score, List<Nearest> nearest) {
        public Region {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * A patch of a good picture.
     *
     * @param imageId of the picture; null if the model was brought from elsewhere
     * @param name what the model calls the picture
     * @param box in pixels of it
     */
    public record Nearest(
            @JsonProperty("image_id") @Nullable ImageId imageId, String name, Box box) {}

    /** Where the time went, in milliseconds. */
    public record Timings(
            @JsonProperty("read_ms") double readMs,
            @JsonProperty("prepare_ms") double prepareMs,
            @JsonProperty("encode_ms") double encodeMs,
            @JsonProperty("score_ms") double scoreMs,
            @JsonProperty("map_ms") double mapMs,
            @JsonProperty("total_ms") double totalMs) {
        /** To a hundredth of a millisecond. */
        static double of(Duration duration) {
            return Math.round(duration.toNanos() / 1e4) / 1e2;
        }
    }
}
