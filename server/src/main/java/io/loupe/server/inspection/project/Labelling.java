package io.loupe.server.inspection.project;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A label with what goes with it.
 *
 * @param defectType what the defect is called; empty for good parts, and where nobody said
 */
public record Labelling(Label label, String defectType) {
    private static final int LONGEST_TYPE = 100;

    public static final Labelling GOOD = new Labelling(Label.GOOD, "");

    public Labelling {
        if (label == Label.GOOD && !defectType.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT, "A good part has no defect_type; leave it out, or label it defect.");
        }
        if (defectType.length() > LONGEST_TYPE || defectType.chars().anyMatch(Character::isISOControl)) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "defect_type has at most %d characters in one line.".formatted(LONGEST_TYPE));
        }
    }

    /**
     * As a request has it.
     *
     * @param label good or defect; null for good
     * @throws ProblemException if they are none
     */
    public static Labelling of(@Nullable String label, @Nullable String defectType) {
        return new Labelling(
                label == null ? Label.GOOD : Label.of(label),
                Objects.requireNonNullElse(defectType, "").strip());
    }
}
