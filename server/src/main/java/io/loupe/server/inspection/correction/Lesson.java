package io.loupe.server.inspection.correction;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.Correction.Kind;
import io.loupe.vision.Detector;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.map.Box;
import java.util.Optional;

/**
 * What somebody says of a picture.
 *
 * @param box where the defect is, in pixels of the upright picture; empty for wherever the model sees something
 */
public record Lesson(Kind kind, Optional<Box> box) {
    public Lesson {
        if (kind == Kind.NORMAL && box.isPresent()) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "box says where a defect is; leave it out of a picture that is normal.");
        }
    }

    /**
     * The model that knows it.
     *
     * @param name by which it can be taken back
     * @throws ProblemException if the box is not inside of the picture
     * @throws io.loupe.vision.UnableToCorrectException if the model's method cannot be corrected
     */
    Detector teach(Detector detector, String name, RgbImage image) {
        if (kind == Kind.NORMAL) {
            return detector.withNormal(name, image);
        }
        box.ifPresent(place -> requireInside(place, image));
        return box.map(place -> detector.withDefect(name, image, place))
                .orElseGet(() -> detector.withDefect(name, image));
    }

    private static void requireInside(Box box, RgbImage image) {
        boolean inside = box.x() >= 0
                && box.y() >= 0
                && box.x() <= image.width() - box.width()
                && box.y() <= image.height() - box.height();
        if (!inside) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "box reaches out of the picture, which has %d x %d pixels (width x height)."
                            .formatted(image.width(), image.height()));
        }
    }
}
