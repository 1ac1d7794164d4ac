package io.loupe.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Model folders with detectors that can be computed by hand, made in a test's own folder. Both look at the top left pixel
 * of each cell of a 32 x 32 input, tell reds from blues, and feed pixels as 0..1.
 *
 * <p>The CenterNet has cells of 4 x 4: the score of {@code red} is the pixel's red, that of {@code blue} its blue, and the
 * box reaches 4 pixels to each side, 8 more where the pixel is green.
 *
 * <p>The YOLOX has cells of 8 x 8: the objectness is the pixel's red, {@code blue} is as likely as the pixel is blue and
 * {@code red} as it is not, and the box lies around the middle of the cell, 8 pixels wide and high, e times that where the
 * pixel is green.
 */
final class TinyDetector {
    private static final String HEAD = """
            {
              "id": "tiny", "role": ["object-detection"], "labels": "labels.txt",
              "file": "model.onnx", "sha256": "CHECKSUM", "licence": "Apache-2.0", "source": "made here",
              "input": {
                "name": "pixels", "layout": "NCHW", "dtype": "float32", "size": [32, 32], "dynamic_size": false,
                "mean": [0, 0, 0], "std": [1, 1, 1], "scale": "0..1", "channel_order": "RGB", "resize": "RESIZE"
              },
            """;

    static final String CENTER_NET = HEAD.replace("RESIZE", "bilinear, whole image squashed") + """
              "outputs": {"detections": {"heatmap": "heatmap", "sides": "sides", "stride": 4, "labels": 2}}
            }
            """;

    static final String YOLOX = HEAD.replace("RESIZE", "bilinear, aspect kept") + """
              "outputs": {"detections": {"name": "table", "strides": [8], "labels": 2}}
            }
            """;

    private TinyDetector() {}

    static byte[] centerNetOnnx() {
        return OnnxBytes.model(
                convolution("heatmap", 4),
                OnnxBytes.weights("heatmap weights", new int[] {2, 3, 1, 1}, 1, 0, 0, 0, 0, 1),
                OnnxBytes.weights("heatmap bias", new int[] {2}, 0, 0),
                convolution("sides", 4),
                OnnxBytes.weights("sides weights", new int[] {4, 3, 1, 1}, 0, 8, 0, 0, 8, 0, 0, 8, 0, 0, 8, 0),
                OnnxBytes.weights("sides bias", new int[] {4}, 4, 4, 4, 4),
                OnnxBytes.input("pixels", 0, 3, 32, 32),
                OnnxBytes.output("heatmap", 0, 2, 8, 8),
                OnnxBytes.output("sides", 0, 4, 8, 8));
    }

    static byte[] yoloxOnnx() {
        return OnnxBytes.model(
                convolution("cells", 8),
                OnnxBytes.weights("cells weights", new int[] {7, 3, 1, 1}, new float[] {
                    0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 0, 0, -1, 0, 0, 1
                }),
                OnnxBytes.weights("cells bias", new int[] {7}, 0.5f, 0.5f, 0, 0, 0, 1, 0),
                OnnxBytes.node("Constant", new String[] {}, "shape", OnnxBytes.intsAttribute("value_ints", 1, 7, 16)),
                OnnxBytes.node("Reshape", new String[] {"cells", "shape"}, "columns"),
                OnnxBytes.node(
                        "Transpose", new String[] {"columns"}, "table", OnnxBytes.intsAttribute("perm", 0, 2, 1)),
                OnnxBytes.input("pixels", 1, 3, 32, 32),
                OnnxBytes.output("table", 1, 16, 7));
    }

    private static byte[] convolution(String name, int stride) {
        return OnnxBytes.node(
                "Conv",
                new String[] {"pixels", name + " weights", name + " bias"},
                name,
                OnnxBytes.intsAttribute("strides", stride, stride));
    }

    /** The folder {@code tiny} below this one, with this description, its checksum filled in, and this network. */
    static Path in(Path parent, String description, byte[] network) throws IOException {
        Path folder = TinyNetwork.in(parent, description, network);
        Files.writeString(folder.resolve("labels.txt"), "red\nblue\n");
        return folder;
    }

    static Path centerNetIn(Path parent) throws IOException {
        return in(parent, CENTER_NET, centerNetOnnx());
    }

    static Path yoloxIn(Path parent) throws IOException {
        return in(parent, YOLOX, yoloxOnnx());
    }
}
