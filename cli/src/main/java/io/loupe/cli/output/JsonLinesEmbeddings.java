package io.loupe.cli.output;

import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One JSON object a line: {@code {"file":"cups/7.jpg","embedding":[0.12,-3.4]}}. */
final class JsonLinesEmbeddings implements EmbeddingFile {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path target;
    private final Spool lines = new Spool();

    JsonLinesEmbeddings(Path target) {
        this.target = target;
    }

    @Override
    public void add(String picture, ImageEmbedding embedding) {
        ObjectNode line = JSON.createObjectNode().put("file", picture);
        ArrayNode values = line.putArray("embedding");
        for (float value : embedding.values()) {
            values.add(value);
        }
        lines.append((JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void finish() {
        AtomicFile.write(target, lines::copyTo);
    }

    @Override
    public void close() {
        lines.close();
    }
}
