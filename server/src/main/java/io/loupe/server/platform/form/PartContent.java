package io.loupe.server.platform.form;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a part of a form holds: in memory while it is short and memory is left, else in a file. First one thread appends all
 * of it; then any number may read, until it is deleted.
 */
final class PartContent {
    private static final Logger log = LoggerFactory.getLogger(PartContent.class);

    static final int MOST_IN_MEMORY = 8 << 20;

    private static final int LEAST_TAKEN = 1 << 16;

    private final FormMemory memory;
    private final Path folder;
    private final int expected;
    private byte[] bytes = {};
    private long size;
    private @Nullable Path file;
    private @Nullable FileChannel writing;

    /**
     * An empty one.
     *
     * @param folder where its file lies, if it needs one
     * @param expected how many bytes will come, at a guess
     */
    PartContent(FormMemory memory, Path folder, long expected) {
        this.memory = memory;
        this.folder = folder;
        this.expected = Math.clamp(expected, LEAST_TAKEN, MOST_IN_MEMORY);
    }

    void append(ByteBuffer more) throws IOException {
        long longer = size + more.remaining();
        if (writing == null && !fitsInMemory(longer)) {
            moveToFile();
        }
        if (writing == null) {
            more.get(bytes, (int) size, more.remaining());
        } else {
            writeAll(writing, more);
        }
        size = longer;
    }

    private boolean fitsInMemory(long longer) {
        if (longer <= bytes.length) {
            return true;
        }
        long length = Math.max(longer, Math.max(expected, 2L * bytes.length));
        if (longer > MOST_IN_MEMORY || !memory.take(length - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, (int) length);
        return true;
    }

    private void moveToFile() throws IOException {
        file = Files.createTempFile(folder, "part-", "");
        writing = FileChannel.open(file, StandardOpenOption.WRITE);
        writeAll(writing, ByteBuffer.wrap(bytes, 0, (int) size));
        leaveMemory();
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private void leaveMemory() {
        memory.giveBack(bytes.length);
        bytes = new byte[0];
    }

    /** All has come. */
    void end() throws IOException {
        if (writing != null) {
            writing.close();
        }
    }

    long size() {
        return size;
    }

    InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(bytes, 0, (int) size) : Files.newInputStream(file);
    }

    /** Puts it into a file, over what is there, and out of here. */
    void moveTo(Path target) throws IOException {
        if (file == null) {
            try (InputStream in = open()) {
                Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } else {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Forgets it. A file that cannot be deleted is told in the log only: what it was for is done. */
    void delete() {
        leaveMemory();
        try {
            end();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("The file {} of a form could not be deleted; it goes with the next start", file, e);
        }
    }
}
