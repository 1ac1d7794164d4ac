package io.loupe.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model folder with a network that can be computed by hand, made in a test's own folder.
 *
 * <p>Tap {@code stride8} looks at the top left pixel of each 8 x 8 cell: channel 0 is its red, channel 1 twice its blue.
 * Tap {@code stride16} does the same for 16 x 16 cells with red minus green. {@code embedding} is the mean of
 * {@code stride8} over the picture. Pixels are fed as 0..1.
 */
final class TinyNetwork {
    static final String DESCRIPTION = """
            {
              "id": "tiny", "role": ["patch-features", "image-embedding"],
              "file": "model.onnx", "sha256": "CHECKSUM", "licence": "Apache-2.0", "source": "made here",
              "input": {
                "name": "pixels", "layout": "NCHW", "dtype": "float32", "size": [32, 32], "dynamic_size": true,
                "mean": [0, 0, 0], "std": [1, 1, 1], "scale": "0..1", "channel_order": "RGB",
                "resize": "bilinear, whole image squashed", "size_multiple": 16
              },
              "outputs": {
                "embedding": {"name": "embedding", "dim": 2},
                "taps": [
                  {"name": "stride8", "stride": 8, "channels": 2},
                  {"name": "stride16", "stride": 16, "channels": 1}
                ]
              }
            }
            """;

    private TinyNetwork() {}

    static byte[] onnx() {
        return onnxWithInput(0, 3, 0, 0);
    }

    static byte[] onnxWithInput(int... shape) {
        return OnnxBytes.model(
                OnnxBytes.node(
                        "Conv",
                        new String[] {"pixels", "red and blue"},
                        "stride8",
                        OnnxBytes.intsAttribute("strides", 8, 8)),
                OnnxBytes.node(
                        "Conv",
                        new String[] {"pixels", "red minus green"},
                        "stride16",
                        OnnxBytes.intsAttribute("strides", 16, 16)),
                OnnxBytes.node("GlobalAveragePool", new String[] {"stride8"}, "pooled"),
                OnnxBytes.node("Flatten", new String[] {"pooled"}, "embedding"),
                OnnxBytes.weights("red and blue", new int[] {2, 3, 1, 1}, 1, 0, 0, 0, 0, 2),
                OnnxBytes.weights("red minus green", new int[] {1, 3, 1, 1}, 1, -1, 0),
                OnnxBytes.input("pixels", shape),
                OnnxBytes.output("stride8", 0, 2, 0, 0),
                OnnxBytes.output("stride16", 0, 1, 0, 0),
                OnnxBytes.output("embedding", 0, 2));
    }

    /** The whole and healthy folder {@code tiny} below this one. */
    static Path in(Path parent) throws IOException {
        return in(parent, DESCRIPTION, onnx());
    }

    /** The folder {@code tiny} with this description, its checksum filled in, and this network. */
    static Path in(Path parent, String description, byte[] network) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("tiny"));
        String json = description.replace("CHECKSUM", ModelFolder.sha256(network));
        Files.write(folder.resolve("model.onnx"), network);
        Files.write(folder.resolve("model.json"), json.getBytes(StandardCharsets.UTF_8));
        return folder;
    }
}
