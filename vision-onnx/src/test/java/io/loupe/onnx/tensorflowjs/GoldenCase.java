package io.loupe.onnx.tensorflowjs;

import io.loupe.vision.encoder.InputSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small graph model and what TensorFlow.js computes with it; written by {@code tools/golden/tensorflow_js.cjs}. */
record GoldenCase(JsonNode json) {
    private static final int BATCH = 2;

    static Stream<GoldenCase> all() {
        try (InputStream file =
                Objects.requireNonNull(GoldenCase.class.getResourceAsStream("/golden/tensorflow-js-operators.json"))) {
            return JsonMapper.shared()
                    .readTree(file.readAllBytes())
                    .valueStream()
                    .map(GoldenCase::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return json.get("name").stringValue();
    }

    String output() {
        return json.get("output").stringValue();
    }

    /** Writes the model's files; answers its JSON file. */
    Path in(Path folder) throws IOException {
        Files.write(
                folder.resolve("weights.bin"),
                Base64.getDecoder().decode(json.get("weights").stringValue()));
        return Files.writeString(folder.resolve("graph.json"), json.get("graph").toString());
    }

    /** A recipe for pictures of the size that the graph was made for. */
    Recipe recipe() {
        SequencedMap<String, String> taps = new LinkedHashMap<>();
        taps.put("tap", output());
        List<Integer> size = integers("recipe_size");
        return new Recipe(
                "case",
                "none",
                "made here",
                JsonMapper.shared().createObjectNode(),
                "pixels",
                new InputSize(size.get(0), size.get(1)),
                taps,
                Optional.empty(),
                Optional.empty());
    }

    /** [batch, 3, height, width]. */
    long[] pictureShape() {
        List<Integer> size = integers("size");
        return new long[] {BATCH, 3, size.get(0), size.get(1)};
    }

    /** The script's formula, which counts in the order of TensorFlow.js, in the order of ONNX. */
    float[] picture() {
        long[] shape = pictureShape();
        float[] hashed = new float[(int) (shape[0] * shape[1] * shape[2] * shape[3])];
        for (int i = 0; i < hashed.length; i++) {
            hashed[i] = (float) (4 * ((i * 2654435761L % (1L << 32)) / (double) (1L << 32)) - 2);
        }
        return planes(hashed, List.of(BATCH, (int) shape[2], (int) shape[3], 3));
    }

    /** What TensorFlow.js has computed, in the order of ONNX. */
    float[] expected() {
        JsonNode values = json.get("values");
        float[] expected = new float[values.size()];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = values.get(i).floatValue();
        }
        return planes(expected, integers("shape"));
    }

    /** The shape of the result in the order of ONNX. */
    List<Long> expectedShape() {
        List<Long> shape =
                integers("shape").stream().map(Integer::longValue).collect(Collectors.toCollection(ArrayList::new));
        if (shape.size() == 4) {
            shape.add(1, shape.removeLast());
        }
        return shape;
    }

    private static float[] planes(float[] values, List<Integer> shape) {
        int channels = shape.getLast();
        int cells = shape.size() == 4 ? shape.get(1) * shape.get(2) : 1;
        float[] planes = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int channel = i % channels;
            int cell = i / channels % cells;
            int picture = i / channels / cells;
            planes[(picture * channels + channel) * cells + cell] = values[i];
        }
        return planes;
    }

    private List<Integer> integers(String field) {
        return json.get(field).valueStream().map(JsonNode::intValue).toList();
    }

    @Override
    public String toString() {
        return name();
    }
}
