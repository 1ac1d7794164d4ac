package io.loupe.onnx.tensorflowjs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The names of what a network tells apart, in the order of its channels. */
public final class ClassNames {
    private static final int LIMIT_BYTES = 1 << 20;

    private ClassNames() {}

    /**
     * Reads one name per line, in UTF-8. What a name may be is looked into when the network is opened.
     *
     * @throws UnableToConvertException if the file cannot be read
     */
    public static List<String> read(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw new UnableToConvertException(
                        "%s has %d bytes; class names take at most %d. Is it another kind of file?"
                                .formatted(file, Files.size(file), LIMIT_BYTES));
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .stripTrailing()
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UnableToConvertException("The class names %s cannot be read: %s".formatted(file, e), e);
        }
    }
}
