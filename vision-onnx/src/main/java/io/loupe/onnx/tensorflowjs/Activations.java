package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import java.util.List;

/** What is applied to each value by itself, as an operator of its own or fused to a convolution. */
final class Activations {
    private Activations() {}

    /** The operator of this name on a node's only input. */
    static Operator of(String activation) {
        return operands -> {
            FeatureMap input = operands.map(0);
            if (activation.equals("Prelu")) {
                return add(activation, operands, input, Constants.broadcast(operands, operands.weight(1), input), 0);
            }
            return add(activation, operands, input, "", operands.node().number("alpha", 0.2f));
        };
    }

    /**
     * Adds an activation whose result is the node's.
     *
     * @param slope for Prelu, the name of its slopes
     * @param alpha for LeakyRelu, its slope
     */
    static FeatureMap add(String activation, Operands operands, FeatureMap input, String slope, float alpha) {
        List<String> from = List.of(input.name());
        OnnxGraph graph = operands.graph();
        String result = switch (activation) {
            case "Relu", "Elu", "Sigmoid" -> operands.add(activation, from);
            case "Relu6" ->
                operands.add(
                        "Clip",
                        List.of(
                                input.name(),
                                graph.floats("relu6:min", List.of(), 0),
                                graph.floats("relu6:max", List.of(), 6)));
            case "LeakyRelu" -> operands.add("LeakyRelu", from, attribute("alpha", alpha));
            case "Prelu" -> operands.add("PRelu", List.of(input.name(), slope));
            default ->
                throw operands.node().refusal("the fused operator '%s' cannot be converted".formatted(activation));
        };
        return input.named(result);
    }

    /** Along the last axis, which in pictures is the channels'. */
    static Value softmax(Operands operands) {
        FeatureMap input = operands.map(0);
        return input.named(operands.add("Softmax", List.of(input.name()), attribute("axis", FeatureMap.CHANNELS)));
    }
}
