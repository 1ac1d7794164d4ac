package io.loupe.onnx.tensorflowjs;

import io.loupe.vision.encoder.InputSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A TensorFlow.js graph model: a JSON file with the graph ({@code modelTopology}) and a manifest of its weights, which
 * lie in files beside it. Read as a whole, then converted for the outputs that a {@link Recipe} names; only what these
 * need has to be convertible. Immutable.
 */
public final class TensorFlowJsModel {
    private static final long LIMIT_BYTES = 64L << 20;

    private final Path file;
    private final SequencedMap<String, GraphNode> nodes;
    private final Map<String, Weight> weights;

    private TensorFlowJsModel(Path file, SequencedMap<String, GraphNode> nodes, Map<String, Weight> weights) {
        this.file = file;
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * Reads graph and weights.
     *
     * @param file the JSON file; its weights are looked for in its folder and below
     * @throws UnableToConvertException if it is not such a model, or a file of it is missing or damaged
     */
    public static TensorFlowJsModel read(Path file) {
        try {
            if (Files.size(file) > LIMIT_BYTES) {
                throw new InvalidGraph(
                        "it has %d bytes; the JSON of a graph has at most %d".formatted(Files.size(file), LIMIT_BYTES));
            }
            JsonNode json = JsonMapper.shared().readTree(Files.readAllBytes(file));
            SequencedMap<String, GraphNode> nodes = nodes(json);
            Path folder = file.toAbsolutePath().resolveSibling("");
            return new TensorFlowJsModel(file, nodes, WeightManifest.read(json.path("weightsManifest"), folder));
        } catch (InvalidGraph e) {
            throw new UnableToConvertException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        } catch (JacksonException e) {
            throw new UnableToConvertException(
                    "%s is not JSON: %s. The file to name is the model's JSON, not its weights."
                            .formatted(file, e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new UnableToConvertException("%s cannot be read: %s".formatted(file, e), e);
        }
    }

    /**
     * The network as ONNX, computing what the recipe asks for.
     *
     * @param labels the class names of the recipe's detections, in the order of the heatmap's channels; else empty
     * @throws UnableToConvertException if an output needs what cannot be converted, or recipe and graph do not fit
     */
    public ConvertedNetwork convert(Recipe recipe, List<String> labels) {
        try {
            return ConvertedNetwork.of(recipe, conversion(recipe), labels);
        } catch (InvalidGraph e) {
            throw new UnableToConvertException("%s cannot be converted: %s".formatted(file, e.getMessage()), e);
        } catch (ArithmeticException e) {
            throw new UnableToConvertException(
                    "%s cannot be converted: a tensor grows beyond what a whole number counts".formatted(file), e);
        }
    }

    /** The picture size that the graph was made for, where its first input says so. */
    public Optional<InputSize> pictureSize() {
        try {
            return nodes.values().stream()
                    .filter(node -> node.operator().equals("Placeholder"))
                    .findFirst()
                    .map(GraphNode::shape)
                    .filter(shape -> shape.size() == 4 && shape.get(1) > 0 && shape.get(2) > 0)
                    .map(shape -> new InputSize(shape.get(1), shape.get(2)));
        } catch (InvalidGraph e) {
            throw new UnableToConvertException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * Everything that a recipe could name as an output, in an order of computation.
     *
     * @param size the size of picture that the graph was made for
     */
    public List<OutputCandidate> outputCandidates(InputSize size) {
        Conversion conversion = new Conversion("pixels", size, weights);
        List<OutputCandidate> candidates = new ArrayList<>();
        for (GraphNode node : GraphOrder.ofAllComplete(nodes)) {
            try {
                conversion.add(node);
                conversion.map(node.name()).ifPresent(map -> candidates.add(OutputCandidate.of(node, map)));
            } catch (InvalidGraph | ArithmeticException _) {
                // Neither this node nor what needs it can be an output.
            }
        }
        return candidates;
    }

    /** What the recipe wants, computed by an ONNX graph that has no outputs yet. */
    Conversion conversion(Recipe recipe) {
        Conversion conversion = new Conversion(recipe.inputName(), recipe.size(), weights);
        GraphOrder.of(nodes, recipe.wanted()).forEach(conversion::add);
        return conversion;
    }

    private static SequencedMap<String, GraphNode> nodes(JsonNode json) {
        if (json.path("format").asString("").equals("layers-model")) {
            throw new InvalidGraph(
                    "it is a layers model (Keras). Convert it with tensorflowjs_converter --input_format=tfjs_layers_model --output_format=tfjs_graph_model first");
        }
        JsonNode topology = json.path("modelTopology").path("node");
        if (!topology.isArray() || topology.isEmpty()) {
            throw new InvalidGraph("it has no 'modelTopology.node': it is not a TensorFlow.js graph model");
        }
        SequencedMap<String, GraphNode> nodes = new LinkedHashMap<>();
        for (JsonNode element : topology) {
            GraphNode node = GraphNode.of(element);
            if (nodes.put(node.name(), node) != null) {
                throw new InvalidGraph("it has two nodes '%s'".formatted(node.name()));
            }
        }
        return nodes;
    }
}
