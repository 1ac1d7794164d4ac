package io.loupe.onnx.tensorflowjs;

import io.loupe.onnx.ModelDescriptionReader;
import io.loupe.onnx.ModelFolder;
import io.loupe.onnx.tensorflowjs.Recipe.Detections;
import io.loupe.onnx.tensorflowjs.Recipe.Embedding;
import io.loupe.vision.encoder.InputSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the outputs that a recipe asks for, and the {@code model.json} that tells of them. */
final class DescriptionWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    PrettyPrinter.DEFAULT_SEPARATORS.withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private final Recipe recipe;
    private final Conversion conversion;
    private final List<String> labels;
    private final ObjectNode outputs = JSON.createObjectNode();
    private final ArrayNode roles = JSON.createArrayNode();

    /** Adds the outputs to the graph. */
    DescriptionWriter(Recipe recipe, Conversion conversion, List<String> labels) {
        this.recipe = recipe;
        this.conversion = conversion;
        this.labels = labels;
        if (!recipe.taps().isEmpty()) {
            addTaps();
        }
        recipe.embedding().ifPresent(this::addEmbedding);
        recipe.detections().ifPresent(this::addDetections);
    }

    /** The content of {@code model.json} for a network of these bytes. */
    byte[] describe(byte[] onnx) {
        ObjectNode root = JSON.createObjectNode().put("id", recipe.id());
        root.set("role", roles);
        root.put("file", ConvertedNetwork.NETWORK_FILE)
                .put("sha256", ModelFolder.sha256(onnx))
                .put("licence", recipe.licence())
                .put("source", recipe.source());
        root.set("input", recipe.input());
        root.set("outputs", outputs);
        if (!labels.isEmpty()) {
            root.put("labels", ConvertedNetwork.LABELS_FILE);
        }
        root.put("opset", OnnxGraph.OPSET);
        return (JSON.writer().with(PRINTER).writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private void addTaps() {
        roles.add("patch-features");
        ArrayNode taps = outputs.putArray("taps");
        recipe.taps().forEach((name, node) -> {
            FeatureMap map = conversion.output(name, node);
            taps.addObject().put("name", name).put("stride", stride(name, map)).put("channels", map.channels());
        });
    }

    private void addEmbedding(Embedding embedding) {
        roles.add("image-embedding");
        FeatureMap vector = conversion.vectorOutput(Recipe.EMBEDDING, embedding.node());
        ObjectNode output = outputs.putObject(Recipe.EMBEDDING)
                .put("name", Recipe.EMBEDDING)
                .put("dim", vector.channels());
        output.putArray("size")
                .add(embedding.size().height())
                .add(embedding.size().width());
        embedding
                .nearDuplicateCosine()
                .ifPresent(cosine -> output.put(ModelDescriptionReader.NEAR_DUPLICATE_COSINE, cosine));
    }

    private void addDetections(Detections nodes) {
        roles.add("object-detection");
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
                .put("stride", stride(Recipe.HEATMAP, heatmap))
                .put("labels", heatmap.channels());
    }

    /** Pixels from one cell to the next. */
    private int stride(String name, FeatureMap map) {
        InputSize picture = recipe.size();
        int stride = picture.height() / map.height();
        if (map.rank() != 4 || stride * map.height() != picture.height() || stride * map.width() != picture.width()) {
            throw new InvalidGraph(
                    "output '%s' has %d x %d cells for a picture of %d x %d pixels, so a cell is no square of whole pixels"
                            .formatted(name, map.height(), map.width(), picture.height(), picture.width()));
        }
        return stride;
    }
}
