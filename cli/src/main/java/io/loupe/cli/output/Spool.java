package io.loupe.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that wait in a temporary file until it is known what goes before them. */
final class Spool implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    Spool() {
        try {
            file = Files.createTempFile("loupe-output", ".part");
            out = new BufferedOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to make a temporary file for the output", e);
        }
    }

    void append(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Unable to keep the output in the temporary folder %s (%s); is it full?"
                            .formatted(file.getParent(), e),
                    e);
        }
    }

    /** Writes everything so far. */
    void copyTo(OutputStream target) throws IOException {
        out.flush();
        Files.copy(file, target);
    }

    @Override
    public void close() {
        try {
            try (out) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Unable to remove the temporary file %s".formatted(file), e);
        }
    }
}
