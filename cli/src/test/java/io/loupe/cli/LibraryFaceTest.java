package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of Java that the README shows do what it says. */
final class LibraryFaceTest {
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theReadmesLinesCompileAndInspect(@TempDir Path folder) throws IOException, InterruptedException {
        Path model = folder.resolve("part.loupe");
        Path good = Parts.good(folder.resolve("good"), 12);
        assertThat(Run.loupe("train", "--good", good, "--size", "128", "--blind-spot-trials", "0", "--out", model)
                        .exitCode())
                .isZero();
        Path program = Files.writeString(folder.resolve("Inspect.java"), linesOfReadme());

        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString(),
                        model.toString(),
                        Parts.defective(folder.resolve("broken.png")).toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("FAIL, score ").contains("Finding[region=Region[box=Box[");
    }

    private static String linesOfReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Matcher block = JAVA_BLOCK.matcher(readme);
        assertThat(block.find()).as("the README shows a block of Java").isTrue();
        return block.group(1);
    }
}
