package io.loupe.cli;

import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.images.ImageFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pictures that an option names: one file, or those of a folder. */
final class PictureFiles {
    private PictureFiles() {}

    /**
     * At least one file, which may still turn out to be no picture.
     *
     * @param option what named the place, for messages
     */
    static List<Path> at(@Nullable Path place, String option) {
        if (place == null || !Files.exists(place)) {
            throw new UnusableDataSetException(
                    "There is nothing at %s. %s names a picture or a folder of pictures.".formatted(place, option));
        }
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        List<Path> pictures = ImageFiles.list(place);
        if (pictures.isEmpty()) {
            throw new UnusableDataSetException("There is no picture in the folder %s.".formatted(place));
        }
        return pictures;
    }
}
