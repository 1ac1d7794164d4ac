package io.loupe.server.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.loupe.server.library.ImageId;
import io.loupe.server.library.ImageView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found, best first.
 *
 * @param next the cursor that brings the next hits; null at the end
 * @param explain how it came about; null unless it was asked for
 */
public record SearchAnswer(
        List<SearchHit> hits,
        @Nullable String next,
        Mode mode,
        @Nullable Explanation explain) {
    /**
     * A picture that was found.
     *
     * @param score by vectors the cosine of the angle, -1..1; by words, 0..1
     */
    public record SearchHit(
            @JsonProperty("image_id") ImageId imageId,
            double score,
            ImageView payload,
            @JsonProperty("preview_url") String previewUrl) {}

    /** What was compared. */
    public enum Mode {
        VECTOR,
        /** Words in names, tags, metadata and the names of objects. */
        LEXICAL;

        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How an answer came about.
     *
     * @param plan exact if everything that counts was looked at, graph if what is near along the index's graph
     * @param candidates how many pictures were measured
     * @param milliseconds by stage
     */
    public record Explanation(String plan, int candidates, Map<String, Double> milliseconds) {}
}
