package io.loupe.onnx.tensorflowjs;

import io.loupe.onnx.InvalidDescription;
import io.loupe.onnx.ModelDescription;
import io.loupe.onnx.ModelDescriptionReader;
import io.loupe.onnx.ModelFolder;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.file.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A network after its conversion: the files of a model folder, not written yet. Immutable. */
public final class ConvertedNetwork {
    private static final String NETWORK_FILE = "model.onnx";
    private static final String DESCRIPTION_FILE = "model.json";
    private static final String LABELS_FILE = "labels.txt";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final byte[] onnx;
    private final byte[] json;
    private final ModelDescription description;
    private final List<String> labels;

    private ConvertedNetwork(byte[] onnx, byte[] json, ModelDescription description, List<String> labels) {
        this.onnx = onnx;
        this.json = json;
        this.description = description;
        this.labels = List.copyOf(labels);
    }

    static ConvertedNetwork of(Recipe recipe, Conversion conversion, List<String> labels) {
        ObjectNode outputs = outputs(recipe, conversion, labels);
        byte[] onnx = conversion.graph().toBytes();
        ObjectNode root = JSON.createObjectNode().put("id", recipe.id());
        root.set("role", roles(recipe));
        root.put("file", NETWORK_FILE)
                .put("sha256", ModelFolder.sha256(onnx))
                .put("licence", recipe.licence())
                .put("source", recipe.source());
        root.set("input", recipe.input());
        root.set("outputs", outputs);
        if (!labels.isEmpty()) {
            root.put("labels", LABELS_FILE);
        }
        byte[] json = bytes(root.put("opset", OnnxGraph.OPSET));
        try {
            return new ConvertedNetwork(onnx, json, ModelDescriptionReader.read(json), labels);
        } catch (InvalidDescription e) {
            throw new InvalidGraph(
                    "with this recipe its %s would be wrong:\n  - %s".formatted(DESCRIPTION_FILE, e.getMessage()));
        }
    }

    public ModelDescription description() {
        return description;
    }

    /** The ONNX file: the same for the same model and recipe, to the byte. */
    public byte[] onnx() {
        return onnx.clone();
    }

    /**
     * Writes the model folder, its description last, so that an interrupted folder is none.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public void writeTo(Path folder) {
        AtomicFile.writeBytes(folder.resolve(NETWORK_FILE), onnx);
        if (!labels.isEmpty()) {
            AtomicFile.writeText(folder.resolve(LABELS_FILE), String.join("\n", labels) + "\n");
        }
        AtomicFile.writeBytes(folder.resolve(DESCRIPTION_FILE), json);
    }

    private static ObjectNode outputs(Recipe recipe, Conversion conversion, List<String> labels) {
        ArrayNode taps = JSON.createArrayNode();
        recipe.taps().forEach((name, node) -> {
            FeatureMap map = conversion.output(name, node);
            taps.addObject()
                    .put("name", name)
                    .put("stride", stride(name, map, recipe.size()))
                    .put("channels", map.channels());
        });
        ObjectNode outputs = JSON.createObjectNode();
        recipe.embedding().ifPresent(embedding -> {
            FeatureMap vector = conversion.vectorOutput(Recipe.EMBEDDING, embedding.node());
            outputs.putObject(Recipe.EMBEDDING)
                    .put("name", Recipe.EMBEDDING)
                    .put("dim", vector.channels())
                    .putArray("size")
                    .add(embedding.size().height())
                    .add(embedding.size().width());
        });
        recipe.detections().ifPresent(nodes -> {
            FeatureMap heatmap = conversion.output(Recipe.HEATMAP, nodes.heatmap());
            FeatureMap sides = conversion.output(Recipe.SIDES, nodes.sides());
            if (!sides.hasShapeOf(heatmap.with(FeatureMap.CHANNELS, 4))) {
                throw new InvalidGraph(
                        "the detections' heatmap is %s and their sides are %s; four sides on the same cells are expected"
                                .formatted(heatmap.shape(), sides.shape()));
            }
            if (labels.size() != heatmap.channels()) {
                throw new InvalidGraph("the detections' heatmap has %d channels, and there are %d labels"
                        .formatted(heatmap.channels(), labels.size()));
            }
            outputs.putObject("detections")
                    .put(Recipe.HEATMAP, Recipe.HEATMAP)
                    .put(Recipe.SIDES, Recipe.SIDES)
                    .put("stride", stride(Recipe.HEATMAP, heatmap, recipe.size()))
                    .put("labels", heatmap.channels());
        });
        outputs.set("taps", taps);
        return outputs;
    }

    /** Pixels from one cell to the next. */
    private static int stride(String name, FeatureMap map, InputSize picture) {
        int stride = picture.height() / map.height();
        if (map.rank() != 4 || stride * map.height() != picture.height() || stride * map.width() != picture.width()) {
            throw new InvalidGraph(
                    "output '%s' has %d x %d cells for a picture of %d x %d pixels, so a cell is no square of whole pixels"
                            .formatted(name, map.height(), map.width(), picture.height(), picture.width()));
        }
        return stride;
    }

    private static ArrayNode roles(Recipe recipe) {
        ArrayNode roles = JSON.createArrayNode();
        if (!recipe.taps().isEmpty()) {
            roles.add("patch-features");
        }
        if (recipe.embedding().isPresent()) {
            roles.add("image-embedding");
        }
        if (recipe.detections().isPresent()) {
            roles.add("object-detection");
        }
        return roles;
    }

    private static byte[] bytes(ObjectNode root) {
        String text = JSON.writer().with(PRINTER).writeValueAsString(root);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
