package io.loupe.cli.dataset;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One test picture.
 *
 * @param picture the file
 * @param type {@code good}, or the kind of defect: the name of its folder
 * @param mask the file that marks its defect, where there is one
 */
public record LabelledFile(Path picture, String type, Optional<Path> mask) {
    /** The type of pictures without a defect. */
    public static final String GOOD = "good";

    /** The type of pictures of which nobody has said anything. */
    public static final String UNLABELLED = "";

    public boolean isDefective() {
        return !type.equals(GOOD);
    }
}
