package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.TestData;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Odd and hostile files from the test suites of other decoders, with what a good program does with each. They are read
 * in a JVM of their own with a small heap and a deadline, since a native decoder may take its process with it.
 */
class HostileFilesTest {
    private static final int DEADLINE_SECONDS = 120;
    private static final Pattern SIZE = Pattern.compile("(\\d+)x(\\d+)");

    /**
     * Where the index is wrong: it repeats the stored size of these, which an older Pillow showed. The same suite's test
     * wants them upright like g4_orientation_1, and {@link #turnedFaxesLookLikeTheUprightOne} holds us to that.
     */
    private static final Map<String, String> CORRECTED_SIZES = Map.of(
            "exif_orientation/g4_orientation_5.tif", "590x88",
            "exif_orientation/g4_orientation_6.tif", "590x88",
            "exif_orientation/g4_orientation_7.tif", "590x88",
            "exif_orientation/g4_orientation_8.tif", "590x88");

    @TempDir
    private Path temporary;

    @Test
    void readsWhatIsSoundAndRefusesTheRestInSmallMemory() throws Exception {
        Path folder = TestData.require("data/hostile");
        List<String> index = Files.readAllLines(folder.resolve("INDEX.tsv"));
        Map<String, String> outcomes = readInOwnProcess(folder);
        List<String> wrong = new ArrayList<>();
        for (String line : index.subList(1, index.size())) {
            String[] cells = line.split("\t", -1);
            String outcome = outcomes.getOrDefault(cells[0], "no outcome: the process died or hung here");
            if (!isAsExpected(cells[0], cells[4], cells[5], outcome)) {
                wrong.add("%s (%s: %s) -> %s".formatted(cells[0], cells[4], cells[5], outcome));
            }
        }
        assertThat(index).hasSizeGreaterThan(400);
        assertThat(wrong).isEmpty();
    }

    private Map<String, String> readInOwnProcess(Path folder) throws IOException, InterruptedException {
        Path output = temporary.resolve("outcomes.tsv");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.awt.headless=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileFileReader.class.getName(),
                        folder.toString())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS))
                    .as("all files read within %d s", DEADLINE_SECONDS)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        Map<String, String> outcomes = new HashMap<>();
        for (String line : Files.readAllLines(output)) {
            int tab = line.indexOf('\t');
            outcomes.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return outcomes;
    }

    private static boolean isAsExpected(String file, String kind, String advice, String outcome) {
        boolean isPicture = SIZE.matcher(outcome).matches();
        boolean isRefused = !isPicture && !outcome.startsWith(HostileFileReader.ESCAPED) && !outcome.startsWith("no ");
        Matcher named = SIZE.matcher(advice);
        String size = CORRECTED_SIZES.getOrDefault(file, named.find() ? named.group() : outcome);
        return switch (kind) {
            case "decode", "orient" ->
                (isPicture && outcome.equals(size))
                        || (advice.contains("or refuse naming") && outcome.startsWith("UNSUPPORTED_FORMAT"));
            case "refuse" -> isRefused;
            case "optional" -> outcome.equals(size) || isRefused;
            case "partial", "either" -> isRefused || outcome.equals(size);
            // Bounded: either refused or, where only a text chunk or a later frame is the bomb, decoded.
            case "bomb" -> isRefused || isPicture;
            default -> throw new IllegalArgumentException("The index has a new class '%s'".formatted(kind));
        };
    }

    @Test
    void turnedPicturesLookLikeTheUprightOne() {
        Path folder = TestData.require("data/hostile").resolve("exif_orientation");
        RgbImage upright = ImageFiles.read(folder.resolve("hopper.jpg"));
        for (int value = 2; value <= 8; value++) {
            for (String name : List.of("jpg", "webp")) {
                Path file = folder.resolve("hopper_orientation_%d.%s".formatted(value, name));
                // Both are lossy and of other quality than the upright one; any wrong turn differs by more than 40.
                assertThat(difference(ImageFiles.read(file), upright))
                        .as(file.toString())
                        .isLessThan(6);
            }
        }
    }

    @Test
    void turnedFaxesLookLikeTheUprightOne() {
        Path folder = TestData.require("data/hostile").resolve("exif_orientation");
        RgbImage upright = ImageFiles.read(folder.resolve("g4_orientation_1.tif"));
        for (int value = 2; value <= 8; value++) {
            Path file = folder.resolve("g4_orientation_%d.tif".formatted(value));
            assertThat(difference(ImageFiles.read(file), upright))
                    .as(file.toString())
                    .isLessThan(1);
        }
    }

    private static double difference(RgbImage one, RgbImage other) {
        assertThat(one.height()).isEqualTo(other.height());
        assertThat(one.width()).isEqualTo(other.width());
        long sum = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            sum += Math.abs((one.pixels()[i] & 0xff) - (other.pixels()[i] & 0xff));
        }
        return (double) sum / one.pixels().length;
    }
}
