package io.loupe.benchmarks;

import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks.md}: an introduction, then one section for each benchmark, which begins with its heading. Measuring
 * one benchmark again replaces its section alone.
 */
final class BenchPage {
    private static final String INTRODUCTION = """
            # Benchmarks

            Written by `./loupe bench`. Every figure is the median of five turns after a warm-up, if nothing else is said; the
            contenders of one table took turns, so that their ratios hold even where the times depend on the machine.

            """;

    private final Map<String, String> sections;

    private BenchPage(Map<String, String> sections) {
        this.sections = sections;
    }

    /** The page in this file; empty where there is none. */
    static BenchPage read(Path file) {
        try {
            return parse(Files.exists(file) ? Files.readString(file) : "");
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    static BenchPage parse(String page) {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String part : page.split("(?m)^(?=## )", -1)) {
            if (part.startsWith("## ")) {
                sections.put(heading(part), part.strip());
            }
        }
        return new BenchPage(sections);
    }

    private static String heading(String section) {
        return section.lines().findFirst().orElse("");
    }

    /** Takes a section in place of the one with its heading. */
    BenchPage with(String section) {
        Map<String, String> replaced = new LinkedHashMap<>(sections);
        replaced.put(heading(section), section.strip());
        return new BenchPage(replaced);
    }

    /** The page with its sections in the order of these headings; others are dropped. */
    String text(List<String> headings) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String heading : headings) {
            String section = sections.get("## " + heading);
            if (section != null) {
                page.append(section).append("\n\n");
            }
        }
        return page.toString().stripTrailing() + "\n";
    }

    void write(Path file, List<String> headings) {
        AtomicFile.writeText(file, text(headings));
    }
}
