package io.loupe.server.imports;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files of a folder of the server's machine and of everything below it. Links are not followed: they lead out of it. */
final class FolderSource implements ImportSource {
    private final Path folder;
    private final List<String> items;

    private FolderSource(Path folder, List<String> items) {
        this.folder = folder;
        this.items = items;
    }

    /**
     * The folder of this name, if it is below one of those that are allowed.
     *
     * @throws ProblemException if it is not; then nothing is said of whether it exists
     */
    static Path allowed(String name, List<Path> allowed) {
        try {
            Path folder = Path.of(name).normalize();
            if (folder.isAbsolute() && isBelow(folder, allowed)) {
                Path real = folder.toRealPath();
                if (Files.isDirectory(real) && isBelow(real, realPaths(allowed))) {
                    return real;
                }
                throw new ProblemException(
                        ProblemCode.INVALID_CONTENT, "'%s' is no folder of the server's machine.".formatted(name));
            }
        } catch (InvalidPathException | IOException _) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "There is no folder '%s' on the server's machine that can be read.".formatted(name));
        }
        throw new ProblemException(
                ProblemCode.INVALID_CONTENT,
                "'%s' is not below a folder that the setting import.folders names. Have it added there, or upload the files."
                        .formatted(name));
    }

    private static List<Path> realPaths(List<Path> folders) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.exists(folder)) {
                real.add(folder.toRealPath());
            }
        }
        return real;
    }

    private static boolean isBelow(Path folder, List<Path> allowed) {
        return allowed.stream().anyMatch(folder::startsWith);
    }

    static FolderSource open(Path folder) {
        List<String> items = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String item = folder.relativize(file).toString();
                    if (attributes.isRegularFile() && !ImportSource.isHidden(item)) {
                        items.add(item);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    items.add(folder.relativize(file).toString()); // fails again when it is opened, and is reported
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be read: %s".formatted(folder, e), e);
        }
        items.sort(null);
        return new FolderSource(folder, List.copyOf(items));
    }

    @Override
    public List<String> items() {
        return items;
    }

    @Override
    public InputStream open(String item) throws IOException {
        Path file = folder.resolve(item).normalize();
        if (!file.startsWith(folder)
                || !file.toRealPath(LinkOption.NOFOLLOW_LINKS).equals(file.toRealPath())) {
            throw new NoSuchFileException(item); // became a link since
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
