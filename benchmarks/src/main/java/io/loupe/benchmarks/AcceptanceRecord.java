package io.loupe.benchmarks;

import io.loupe.benchmarks.Acceptance.Contender;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every row measured so far: {@code acceptance.json} for the next run, {@code acceptance.md} to read. Running all
 * contenders takes an hour, so each can be measured anew by itself.
 */
final class AcceptanceRecord {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;
    private final List<AcceptanceRow> rows;

    private AcceptanceRecord(Path folder, List<AcceptanceRow> rows) {
        this.folder = folder;
        this.rows = rows;
    }

    /** What lies in the folder; empty when nothing does. */
    static AcceptanceRecord in(Path folder) {
        Path file = folder.resolve("acceptance.json");
        try {
            List<AcceptanceRow> rows = Files.exists(file)
                    ? List.of(JSON.readValue(Files.readAllBytes(file), AcceptanceRow[].class))
                    : List.of();
            return new AcceptanceRecord(folder, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(file), e);
        }
    }

    /** Takes these rows in place of earlier ones of the same contenders and categories, all in the contenders' order. */
    AcceptanceRecord with(List<AcceptanceRow> measured, List<Contender> order, List<String> categories) {
        List<AcceptanceRow> merged = new ArrayList<>();
        for (Contender contender : order) {
            for (String category : categories) {
                find(measured, contender, category)
                        .or(() -> find(rows, contender, category))
                        .ifPresent(merged::add);
            }
        }
        return new AcceptanceRecord(folder, merged);
    }

    private static Optional<AcceptanceRow> find(List<AcceptanceRow> rows, Contender contender, String category) {
        return rows.stream()
                .filter(row ->
                        row.contender().equals(contender) && row.category().equals(category))
                .findFirst();
    }

    List<AcceptanceRow> rows() {
        return rows;
    }

    void write(int seeds) {
        AtomicFile.writeText(folder.resolve("acceptance.json"), JSON.writeValueAsString(rows) + "\n");
        AtomicFile.writeText(folder.resolve("acceptance.md"), new AcceptanceTable(rows, seeds).markdown());
    }
}
