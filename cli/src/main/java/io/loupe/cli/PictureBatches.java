package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Sends pictures to a server: several with a request, which stays small, and several requests at a time. */
final class PictureBatches {
    private static final int MOST_FILES = 16;
    private static final long MOST_BYTES = 64L << 20; // a larger file goes alone
    private static final int IN_FLIGHT = 4;

    private final ServerClient client;
    private final String path;
    private final List<Map.Entry<String, String>> fields;

    /**
     * Sends nothing yet.
     *
     * @param path takes files in a form, and answers with {@code items}, one for each
     * @param fields go with every request
     */
    PictureBatches(ServerClient client, String path, List<Map.Entry<String, String>> fields) {
        this.client = client;
        this.path = path;
        this.fields = List.copyOf(fields);
    }

    /** What the server answers of each file, in their order, as the answers come. */
    Stream<JsonNode> send(List<Path> files) {
        return batchesOf(files).stream()
                .gather(Gatherers.mapConcurrent(IN_FLIGHT, this::sendOne))
                .flatMap(List::stream);
    }

    private List<JsonNode> sendOne(List<Path> batch) {
        List<UploadedFile> files = batch.stream()
                .map(file -> UploadedFile.of(String.valueOf(file.getFileName()), file))
                .toList();
        List<JsonNode> items = new ArrayList<>();
        client.upload(path, files, fields).path("items").forEach(items::add);
        if (items.size() != batch.size()) {
            throw new IllegalStateException("The server answered for %d of %d files, beginning with %s"
                    .formatted(items.size(), batch.size(), batch.getFirst()));
        }
        return items;
    }

    static List<List<Path>> batchesOf(List<Path> files) {
        List<List<Path>> batches = new ArrayList<>();
        long bytes = 0;
        for (Path file : files) {
            long size = sizeOf(file);
            bytes += size;
            if (batches.isEmpty() || batches.getLast().size() == MOST_FILES || bytes > MOST_BYTES) {
                batches.add(new ArrayList<>());
                bytes = size;
            }
            batches.getLast().add(file);
        }
        return batches;
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file %s cannot be read".formatted(file), e);
        }
    }
}
