package io.loupe.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real pictures and networks that some tests use when they are there. {@code LOUPE_TEST_DATA} names the folder; without
 * it, a folder {@code shared} beside the project is tried. A test that asks for what is missing is skipped with a
 * sentence that says so.
 */
public final class TestData {
    private TestData() {}

    /** The file or folder at this place below the test data; skips the calling test when it is not there. */
    public static Path require(String relative) {
        return require(root(), relative);
    }

    static Path require(Path root, String relative) {
        Path path = root.resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path),
                () -> "Skipped: needs test data at %s; set LOUPE_TEST_DATA to the folder that holds '%s'"
                        .formatted(path, relative));
        return path;
    }

    private static Path root() {
        String given = System.getenv("LOUPE_TEST_DATA");
        return given == null || given.isBlank() ? projectRoot().resolveSibling("shared") : Path.of(given);
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("loupe")) && Files.exists(at.resolve("pom.xml"))) {
                return at;
            }
        }
        return folder;
    }
}
