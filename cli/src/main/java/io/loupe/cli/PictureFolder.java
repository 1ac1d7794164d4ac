package io.loupe.cli;

import io.loupe.cli.dataset.UnusableDataSetException;
import io.loupe.images.ImageFiles;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Gatherers;

/**
 * Pictures to be turned into vectors.
 *
 * @param folder what they are named after
 * @param files of this folder and those below it, in the order they are taken
 */
public record PictureFolder(Path folder, List<Path> files) {
    public PictureFolder {
        files = List.copyOf(files);
    }

    /**
     * The pictures that lie there, by name.
     *
     * @throws UnusableDataSetException if it is not a folder, or there are none
     */
    public static PictureFolder at(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnusableDataSetException(
                    "%s is not a folder. --images names a folder of pictures.".formatted(folder));
        }
        List<Path> files = ImageFiles.listRecursively(folder);
        if (files.isEmpty()) {
            throw new UnusableDataSetException(
                    "There is no picture in the folder %s, nor in those below it.".formatted(folder));
        }
        return new PictureFolder(folder, files);
    }

    /**
     * The same without one picture, under whatever path or link it is named.
     *
     * @throws UnusableDataSetException if there are no others
     */
    public PictureFolder without(Path picture) {
        List<Path> others =
                files.stream().filter(file -> !isSame(file, picture)).toList();
        if (others.isEmpty()) {
            throw new UnusableDataSetException(
                    "The only picture in the folder %s is %s itself; there is nothing to compare it with."
                            .formatted(folder, picture));
        }
        return new PictureFolder(folder, others);
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.isSameFile(file, other);
        } catch (IOException e) {
            return false; // what cannot be looked at is named when it cannot be read
        }
    }

    /** A file's path inside the folder, with forward slashes. */
    public String nameOf(Path file) {
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    /**
     * Decodes and embeds as many pictures at once as there are cores, and holds no more of them than that.
     *
     * @param each gets the embeddings in the order of the files, one after the other
     * @return how many could be read; each of the others is named as skipped
     * @throws UnusableDataSetException if none could be read
     */
    public int embed(ImageEncoder encoder, ProgressBar progress, BiConsumer<Path, ImageEmbedding> each) {
        AtomicInteger embeddedCount = new AtomicInteger();
        AtomicInteger skippedCount = new AtomicInteger();
        files.stream()
                .gather(Gatherers.mapConcurrent(
                        Runtime.getRuntime().availableProcessors(), file -> Embedded.of(encoder, file)))
                .forEach(embedded -> {
                    switch (embedded) {
                        case Embedded.Picture picture -> {
                            embeddedCount.incrementAndGet();
                            each.accept(picture.file(), picture.embedding());
                        }
                        case Embedded.Failure failure -> {
                            skippedCount.incrementAndGet();
                            progress.say("Skipped: " + failure.reason());
                        }
                    }
                    progress.report("embedding pictures", embeddedCount.get() + skippedCount.get(), files.size());
                });
        progress.endLine();
        if (embeddedCount.get() == 0) {
            throw new UnusableDataSetException(
                    "None of the %d pictures in %s can be read.".formatted(files.size(), folder));
        }
        return embeddedCount.get();
    }
}
