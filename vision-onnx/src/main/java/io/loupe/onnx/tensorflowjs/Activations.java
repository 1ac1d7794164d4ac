package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import java.util.List;

/** What is applied to each value by itself, as an operator of its own or fused to a convolution. */
final class Activations {
    private static final float DEFAULT_SLOPE = 0.2f;

    private Activations() {}

    /** The operator of this name. */
    static Operator of(String activation) {
        return operands -> add(activation, operands, operands.map(0), 1, "alpha");
    }

    /** Adds what is fused to a node after its own result, {@code input}. */
    static FeatureMap fused(String activation, Operands operands, FeatureMap input) {
        return add(activation, operands, input, operands.count() - 1, "leakyrelu_alpha");
    }

    /** Along the last axis, which in pictures is the channels'. */
    static Value softmax(Operands operands) {
        FeatureMap input = operands.map(0);
        return input.named(operands.add("Softmax", List.of(input.name()), attribute("axis", FeatureMap.CHANNELS)));
    }

    /**
     * Adds an activation whose result is the node's.
     *
     * @param slopes which of the node's inputs has Prelu's slopes, one for each channel
     * @param slope the attribute with LeakyRelu's slope
     */
    private static FeatureMap add(String activation, Operands operands, FeatureMap input, int slopes, String slope) {
        String from = input.name();
        OnnxGraph graph = operands.graph();
        return input.named(
                switch (activation) {
                    case "Relu", "Elu", "Sigmoid" -> operands.add(activation, List.of(from));
                    case "Relu6" -> {
                        String lowest = graph.floats("relu6:min", List.of(), 0);
                        String highest = graph.floats("relu6:max", List.of(), 6);
                        yield operands.add("Clip", List.of(from, lowest, highest));
                    }
                    case "LeakyRelu" -> {
                        float alpha = operands.node().number(slope, DEFAULT_SLOPE);
                        yield operands.add("LeakyRelu", List.of(from), attribute("alpha", alpha));
                    }
                    case "Prelu" -> {
                        Weight alphas = operands.weight(slopes);
                        if (alphas.count() > input.channels()) {
                            throw operands.node()
                                    .refusal("its %d slopes do not fit a tensor of shape %s"
                                            .formatted(alphas.count(), input.shape()));
                        }
                        yield operands.add("PRelu", List.of(from, Constants.broadcast(operands, alphas, input)));
                    }
                    default ->
                        throw operands.node()
                                .refusal("the fused operator '%s' cannot be converted".formatted(activation));
                });
    }
}
