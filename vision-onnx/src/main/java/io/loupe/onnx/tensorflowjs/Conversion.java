package io.loupe.onnx.tensorflowjs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** One conversion under way: node after node, from the picture to the wanted outputs. */
final class Conversion {
    private static final int PICTURE_CHANNELS = 3;

    private final Recipe recipe;
    private final Map<String, Weight> weights;
    private final OnnxGraph graph = new OnnxGraph();
    private final Map<String, Value> values = new HashMap<>();
    private boolean readsPicture;

    /**
     * Converts what the recipe's outputs need.
     *
     * @param nodes the whole graph, by name
     * @param weights all constants, by name
     * @throws InvalidGraph if that cannot be converted
     */
    Conversion(Recipe recipe, SequencedMap<String, GraphNode> nodes, Map<String, Weight> weights) {
        this.recipe = recipe;
        this.weights = weights;
        for (GraphNode node : GraphOrder.of(nodes, recipe.wanted())) {
            values.put(node.name(), convert(node));
        }
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
        if (values.get(node) instanceof FeatureMap map) {
            return map;
        }
        throw new InvalidGraph("node '%s' is a constant; an output is computed from the picture".formatted(node));
    }

    private Value convert(GraphNode node) {
        return switch (node.operator()) {
            case "Placeholder" -> picture(node);
            case "Const" -> weight(node);
            default -> Operators.convert(new Operands(node, inputs(node), graph));
        };
    }

    private List<Value> inputs(GraphNode node) {
        List<Value> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(values.get(input));
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
        List<Integer> shape = node.shape();
        if (!shape.isEmpty() && (shape.size() != 4 || shape.getLast() != PICTURE_CHANNELS)) {
            throw node.refusal("its shape is %s; a picture is [batch, height, width, 3]".formatted(shape));
        }
        graph.input(recipe.inputName(), PICTURE_CHANNELS);
        int height = recipe.size().height();
        int width = recipe.size().width();
        return new FeatureMap(recipe.inputName(), 4, List.of(1, PICTURE_CHANNELS, height, width));
    }
}
