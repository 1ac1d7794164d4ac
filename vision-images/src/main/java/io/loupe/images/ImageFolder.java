package io.loupe.images;

import io.loupe.images.UnreadableImageException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of a folder that by their names are pictures. */
final class ImageFolder {
    /** HEIC and its like are listed too, so that reading names them as refused instead of passing them over. */
    private static final Set<String> EXTENSIONS = Set.of(
            "jpg", "jpeg", "jpe", "jfif", "png", "webp", "tif", "tiff", "bmp", "dib", "gif", "heic", "heif", "avif");

    private ImageFolder() {}

    /** @param depth 1 for the folder alone */
    static List<Path> list(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(file -> isVisible(folder, file) && hasPictureName(file) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unlisted(folder, e);
        }
    }

    private static UnreadableImageException unlisted(Path folder, Exception cause) {
        return new UnreadableImageException(Reason.IO, folder.toString(), "cannot be listed (" + cause + ")", cause);
    }

    private static boolean isVisible(Path folder, Path file) {
        for (Path part : folder.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasPictureName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
