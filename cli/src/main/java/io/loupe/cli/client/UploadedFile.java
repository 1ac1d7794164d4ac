package io.loupe.cli.client;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/**
 * A file on its way to a server.
 *
 * @param name what the server is to call it
 * @param content its bytes; read anew for every try
 */
public record UploadedFile(String name, BodyPublisher content) {
    public static UploadedFile of(String name, byte[] bytes) {
        return new UploadedFile(name, BodyPublishers.ofByteArray(bytes));
    }

    /**
     * A file on disk, which is never in memory as a whole.
     *
     * @throws UncheckedIOException if it is not there
     */
    public static UploadedFile of(String name, Path file) {
        try {
            return new UploadedFile(name, BodyPublishers.ofFile(file));
        } catch (FileNotFoundException e) {
            throw new UncheckedIOException("The file %s cannot be read".formatted(file), e);
        }
    }
}
