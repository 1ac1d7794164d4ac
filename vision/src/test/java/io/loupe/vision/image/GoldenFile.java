package io.loupe.vision.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The lines of a file under {@code golden/} of the test resources. */
public final class GoldenFile {
    private GoldenFile() {}

    public static Stream<String> lines(String name) {
        try (InputStream file = GoldenFile.class.getResourceAsStream("/golden/" + name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
