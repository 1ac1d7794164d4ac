package io.loupe.onnx.tensorflowjs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A TensorFlow.js graph model that can be computed by hand: {@code cells} takes the top left pixel of each 8 x 8 cell and
 * has two channels, its red and twice its blue.
 */
final class TinyGraph {
    static final String JSON = """
            {
              "format": "graph-model",
              "modelTopology": {"node": [
                {"name": "image", "op": "Placeholder"},
                {"name": "filter", "op": "Const"},
                {"name": "cells", "op": "Conv2D", "input": ["image", "filter"],
                 "attr": {"strides": {"list": {"i": ["1", "8", "8", "1"]}}, "padding": {"s": "VkFMSUQ="}}}
              ]},
              "weightsManifest": [
                {"paths": ["weights.bin"], "weights": [{"name": "filter", "shape": [1, 1, 3, 2], "dtype": "float32"}]}
              ]
            }
            """;

    static final String RECIPE = """
            {
              "id": "tiny", "licence": "Apache-2.0", "source": "made here",
              "input": {
                "name": "pixels", "layout": "NCHW", "dtype": "float32", "size": [32, 48], "dynamic_size": true,
                "mean": [0, 0, 0], "std": [1, 1, 1], "scale": "0..1", "channel_order": "RGB",
                "resize": "bilinear, whole image squashed", "size_multiple": 8
              },
              "outputs": {"taps": {"stride8": "cells"}, "embedding": "cells"}
            }
            """;

    private TinyGraph() {}

    /** Writes the healthy model; answers its JSON file. */
    static Path in(Path folder) throws IOException {
        return in(folder, JSON);
    }

    /** Writes another JSON file beside the weights of the healthy model. */
    static Path in(Path folder, String json) throws IOException {
        ByteBuffer filter = ByteBuffer.allocate(6 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : new float[] {1, 0, 0, 0, 0, 2}) {
            filter.putFloat(value);
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("weights.bin"), filter.array());
        return Files.writeString(folder.resolve("graph.json"), json);
    }

    /** Writes a recipe; answers its file. */
    static Path recipeIn(Path folder, String json) throws IOException {
        return Files.writeString(folder.resolve("recipe.json"), json);
    }
}
