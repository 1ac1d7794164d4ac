package io.loupe.vision.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes output files so that a reader, a full disk or a power cut never sees half of one: for everything Loupe saves.
 *
 * <p>The content goes to a temporary name in the same folder, is forced to disk, and takes the target's name in one
 * step; then the folder is forced to disk. When anything fails, the temporary file is removed and the target is as it
 * was. Missing folders are made. A target that is a device or a pipe, such as {@code /dev/stdout}, is written directly.
 */
public final class AtomicFile {
    private AtomicFile() {}

    /** Produces the bytes of a file. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to {@code out}, which is buffered and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes what {@code content} produces.
     *
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public static void write(Path target, Content content) {
        write(target, content, UnaryOperator.identity());
    }

    /**
     * Writes these bytes.
     *
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public static void writeBytes(Path target, byte[] bytes) {
        write(target, out -> out.write(bytes));
    }

    /**
     * Writes this text as UTF-8.
     *
     * @throws UncheckedIOException naming the file, if it cannot be written
     */
    public static void writeText(Path target, String text) {
        writeBytes(target, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, Content)}, through a stream around the one to the disk: the place to inject a fault. */
    static void write(Path target, Content content, UnaryOperator<OutputStream> around) {
        try {
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                writeDirectly(target, content, around);
            } else {
                // A link keeps its name: the file that it points to is replaced.
                replace(Files.exists(target) ? target.toRealPath() : target.toAbsolutePath(), content, around);
            }
        } catch (IOException e) {
            throw unableToWrite(target, e.toString(), e);
        } catch (UncheckedIOException e) {
            throw unableToWrite(target, e.getMessage(), new IOException(e));
        }
    }

    private static UncheckedIOException unableToWrite(Path target, @Nullable String reason, IOException cause) {
        String message =
                "Could not write %s (%s). Check free space and permissions, then try again; an older file of that name is still whole."
                        .formatted(target, reason);
        return new UncheckedIOException(message, cause);
    }

    private static void writeDirectly(Path target, Content content, UnaryOperator<OutputStream> around)
            throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        try (OutputStream out = around.apply(new BufferedOutputStream(Files.newOutputStream(target)))) {
            content.writeTo(out);
        }
    }

    private static void replace(Path target, Content content, UnaryOperator<OutputStream> around) throws IOException {
        Path folder = target.resolveSibling("").toAbsolutePath();
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeAndForce(temporary, content, around);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    private static void writeAndForce(Path temporary, Content content, UnaryOperator<OutputStream> around)
            throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = around.apply(new BufferedOutputStream(Channels.newOutputStream(channel)));
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Makes what was renamed inside this folder last, also through a power cut. */
    public static void forceFolder(Path folder) throws IOException {
        // Windows cannot open a folder as a file, and its file system keeps a journal of renames.
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
