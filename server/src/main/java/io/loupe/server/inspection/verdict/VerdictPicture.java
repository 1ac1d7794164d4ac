package io.loupe.server.inspection.verdict;

import io.loupe.index.TenantId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A picture that is drawn of a verdict. */
public record VerdictPicture(TenantId tenant, UUID project, long sequence, Kind kind) {
    /** What is drawn. */
    public enum Kind {
        /** The anomaly map on the model's own scale. */
        HEATMAP,
        /** Heat and outlines over the picture. */
        OVERLAY,
        /** White where the picture is anomalous. */
        MASK,
        /** The picture alone, small, for lists. */
        PREVIEW;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #text} writes. */
        public static Optional<Kind> of(String text) {
            return Arrays.stream(values())
                    .filter(kind -> kind.text().equals(text))
                    .findFirst();
        }
    }

    /** Where it is; names all that it depends on. */
    public String path() {
        return "/verdicts/%s/%s/%d/%s".formatted(tenant, project, sequence, kind.text());
    }
}
