package io.loupe.vision.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder and everything in it. */
public final class FolderTree {
    private FolderTree() {}

    /**
     * Deletes a folder and everything in it, if it is there. Of a link the link is deleted, and not what it points to.
     *
     * @throws UncheckedIOException naming the folder, if something cannot be deleted; a part of it may be gone then
     */
    public static void delete(Path folder) {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) { // what is in a folder comes before it
                Files.delete(path);
            }
        } catch (IOException e) {
            throw unableToDelete(folder, e);
        } catch (UncheckedIOException e) {
            throw unableToDelete(folder, new IOException(e.getMessage(), e));
        }
    }

    private static UncheckedIOException unableToDelete(Path folder, IOException cause) {
        return new UncheckedIOException("Could not delete the folder %s (%s)".formatted(folder, cause), cause);
    }
}
