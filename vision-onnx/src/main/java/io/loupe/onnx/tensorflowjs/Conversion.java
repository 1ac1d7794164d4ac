package io.loupe.onnx.tensorflowjs;

import io.loupe.vision.encoder.InputSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One conversion under way: node after node, from the picture to the wanted outputs. */
final class Conversion {
    private static final int PICTURE_CHANNELS = 3;

    private final String inputName;
    private final InputSize size;
    private final Map<String, Weight> weights;
    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, Value> values = new HashMap<>();
    private boolean readsPicture;

    /**
     * One that has converted nothing yet.
     *
     * @param inputName what the picture is called in ONNX
     * @param size the size of picture that the graph was made for
     * @param weights all constants, by name
     */
    Conversion(String inputName, InputSize size, Map<String, Weight> weights) {
        this.inputName = inputName;
        this.size = size;
        this.weights = weights;
    }

    /**
     * Converts a node whose inputs have been converted.
     *
     * @throws InvalidGraph if that cannot be done
     */
    void add(GraphNode node) {
        Value value = switch (node.operator()) {
            case "Placeholder" -> picture(node);
            case "Const" -> weight(node);
            default -> Operators.convert(new Operands(node, inputs(node), graph));
        };
        values.put(node.name(), value);
    }

    /** What a node computes from the picture; empty if it is a constant or has not been converted. */
    Optional<FeatureMap> map(String node) {
        return values.get(node) instanceof FeatureMap map ? Optional.of(map) : Optional.empty();
    }

    OnnxGraph graph() {
        return graph;
    }

    /** Makes a node's result the output of this name. */
    FeatureMap output(String name, String node) {
        FeatureMap map = computed(node);
        graph.output(name, map);
        return map;
    }

    /** Makes the mean over the picture of a node's result the output of this name, or the result itself if it is one. */
    FeatureMap vectorOutput(String name, String node) {
        FeatureMap map = computed(node);
        String mean = graph.add("GlobalAveragePool", List.of(map.name()), name + ":mean");
        FeatureMap vector = new FeatureMap(mean, 2, List.of(1, map.channels(), 1, 1));
        graph.output(name, vector);
        return vector;
    }

    private FeatureMap computed(String node) {
        return map(node)
                .orElseThrow(() -> new InvalidGraph(
                        "node '%s' is a constant; an output is computed from the picture".formatted(node)));
    }

    private List<Value> inputs(GraphNode node) {
        List<Value> inputs = new ArrayList<>();
        for (String name : node.inputs()) {
            Value input = values.get(name);
            if (input == null) {
                throw node.refusal("its input '%s' cannot be converted".formatted(name));
            }
            inputs.add(input);
        }
        return inputs;
    }

    private Weight weight(GraphNode node) {
        Weight weight = weights.get(node.name());
        if (weight == null) {
            throw node.refusal("the weights manifest has no weight of this name");
        }
        return weight;
    }

    private FeatureMap picture(GraphNode node) {
        if (readsPicture) {
            throw node.refusal("the outputs need a second input beside the picture; choose outputs that do not");
        }
        readsPicture = true;
        FeatureMap picture = new FeatureMap(inputName, 4, List.of(1, PICTURE_CHANNELS, size.height(), size.width()));
        if (!isPicture(node.shape())) {
            throw node.refusal("its shape is %s; a picture of the size that the graph is to be read for is %s"
                    .formatted(node.shape(), picture.shape()));
        }
        graph.input(inputName, PICTURE_CHANNELS);
        return picture;
    }

    /** Sides of -1 are free, and a shape that is not told may be any. */
    private boolean isPicture(List<Integer> shape) {
        List<Integer> wanted = List.of(-1, size.height(), size.width(), PICTURE_CHANNELS);
        for (int i = 1; i < wanted.size() && shape.size() == wanted.size(); i++) {
            if (shape.get(i) != -1 && !shape.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return shape.isEmpty() || shape.size() == wanted.size();
    }
}
