package io.loupe.server.inspection.version;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.library.ImageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model said of the labelled defects when it was asked. Metrics that cannot be computed are null. */
public record VersionTest(Metrics metrics, List<Score> defects) {
    public VersionTest {
        defects = List.copyOf(defects);
    }

    /** The score of a picture. */
    public record Score(@JsonProperty("image_id") ImageId imageId, String name, double score) {}

    /**
     * How well defects are told from good parts. The good parts are those that were learned from, each with the score that
     * it had as if it had not been.
     *
     * @param imageAuroc how often a defect scores higher than a good part, ties counting half
     * @param detected how many of the defects are a FAIL
     * @param pixelAuroc the same of the pixels of the defects that have masks, at the size that the model looks at; null
     *     without masks
     * @param aupro area under the per-region overlap up to a false positive rate of 0.3, of these pixels
     */
    public record Metrics(
            @JsonProperty("image_auroc") @Nullable Double imageAuroc,
            int defects,
            int detected,
            @JsonProperty("pixel_auroc") @Nullable Double pixelAuroc,
            @Nullable Double aupro,
            @JsonProperty("defect_types") List<DefectType> defectTypes) {
        public Metrics {
            defectTypes = List.copyOf(defectTypes);
        }
    }

    /** The same of one type of defect; its name may be empty. */
    public record DefectType(
            String name,
            int defects,
            int detected,
            @JsonProperty("image_auroc") @Nullable Double imageAuroc) {}
}
