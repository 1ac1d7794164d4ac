package io.loupe.onnx.tensorflowjs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A TensorFlow.js graph model in the making, to be read from a test's own folder. */
final class GraphFile {
    /** Asks {@link #tiny} for all it has. */
    static final String TINY_RECIPE = """
            {
              "id": "tiny", "licence": "Apache-2.0", "source": "made here",
              "input": {
                "name": "pixels", "layout": "NCHW", "dtype": "float32", "size": [32, 48], "dynamic_size": true,
                "mean": [0, 0, 0], "std": [1, 1, 1], "scale": "0..1", "channel_order": "RGB",
                "resize": "bilinear, whole image squashed", "size_multiple": 8
              },
              "outputs": {"taps": {"stride8": "cells"}, "embedding": {"node": "cells", "size": [16, 24]}}
            }
            """;

    private final ObjectNode json = JsonMapper.shared().createObjectNode();
    private final ArrayNode nodes;
    private final ArrayNode weights;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private GraphFile() {
        json.put("format", "graph-model");
        nodes = json.putObject("modelTopology").putArray("node");
        ObjectNode group = json.putArray("weightsManifest").addObject();
        group.putArray("paths").add("weights.bin");
        weights = group.putArray("weights");
    }

    static GraphFile empty() {
        return new GraphFile();
    }

    /**
     * One that can be computed by hand: {@code cells} takes the top left pixel of each 8 x 8 cell and has two channels,
     * its red and twice its blue.
     */
    static GraphFile tiny() {
        return empty().node("{'name': 'image', 'op': 'Placeholder'}")
                .floats("filter", List.of(1, 1, 3, 2), 1, 0, 0, 0, 0, 2)
                .node("""
                        {'name': 'cells', 'op': 'Conv2D', 'input': ['image', 'filter'],
                         'attr': {'strides': {'list': {'i': ['1', '8', '8', '1']}}, 'padding': {'s': 'VkFMSUQ='}}}
                        """);
    }

    GraphFile floats(String name, List<Integer> shape, float... values) {
        for (float value : values) {
            writeLittleEndian(Float.floatToIntBits(value));
        }
        return weight(name, shape, "float32");
    }

    GraphFile integers(String name, List<Integer> shape, int... values) {
        for (int value : values) {
            writeLittleEndian(value);
        }
        return weight(name, shape, "int32");
    }

    /** @param text JSON with single quotes */
    GraphFile node(String text) {
        nodes.add(JsonMapper.shared().readTree(text.replace('\'', '"')));
        return this;
    }

    /** The JSON file's content. */
    String text() {
        return json.toString();
    }

    /** Writes JSON and weights; answers the JSON file. */
    Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("weights.bin"), bytes.toByteArray());
        return Files.writeString(folder.resolve("graph.json"), text());
    }

    private GraphFile weight(String name, List<Integer> shape, String type) {
        ObjectNode weight = weights.addObject().put("name", name).put("dtype", type);
        ArrayNode sides = weight.putArray("shape");
        shape.forEach(sides::add);
        return node("{'name': '%s', 'op': 'Const'}".formatted(name));
    }

    private void writeLittleEndian(int word) {
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            bytes.write(word >> shift);
        }
    }
}
