package io.loupe.images;

import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The program that {@link HostileFilesTest} starts in a JVM of its own: reads each file of an index and prints a line
 * for each: name, tab, and {@code WIDTHxHEIGHT}, a reason with its message, or ESCAPED with what was thrown.
 */
final class HostileFileReader {
    static final String ESCAPED = "ESCAPED";

    private HostileFileReader() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> lines = Files.readAllLines(folder.resolve("INDEX.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            String file = line.substring(0, line.indexOf('\t'));
            String result = file + "\t" + outcome(folder.resolve(file)) + "\n";
            System.out.writeBytes(result.getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }

    private static String outcome(Path file) {
        try {
            RgbImage image = ImageFiles.read(file);
            return image.width() + "x" + image.height();
        } catch (UnreadableImageException e) {
            return e.reason() + "\t" + e.getMessage();
        } catch (Throwable e) {
            return ESCAPED + "\t" + e;
        }
    }
}
