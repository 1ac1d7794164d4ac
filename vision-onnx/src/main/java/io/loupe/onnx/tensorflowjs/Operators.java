package io.loupe.onnx.tensorflowjs;

import java.util.Map;
import java.util.TreeSet;

/** Every TensorFlow operator that can be converted. */
final class Operators {
    private static final Map<String, Operator> BY_NAME = Map.ofEntries(
            Map.entry("Conv2D", Convolutions::convolution),
            Map.entry("_FusedConv2D", Convolutions::convolution),
            Map.entry("DepthwiseConv2dNative", Convolutions::depthwise),
            Map.entry("FusedDepthwiseConv2dNative", Convolutions::depthwise),
            Map.entry("Relu", Activations.of("Relu")),
            Map.entry("Relu6", Activations.of("Relu6")),
            Map.entry("LeakyRelu", Activations.of("LeakyRelu")),
            Map.entry("Elu", Activations.of("Elu")),
            Map.entry("Prelu", Activations.of("Prelu")),
            Map.entry("Sigmoid", Activations.of("Sigmoid")),
            Map.entry("Softmax", Activations::softmax),
            Map.entry("Add", Arithmetic.of("Add")),
            Map.entry("AddV2", Arithmetic.of("Add")),
            Map.entry("BiasAdd", Arithmetic.of("Add")),
            Map.entry("Sub", Arithmetic.of("Sub")),
            Map.entry("Mul", Arithmetic.of("Mul")),
            Map.entry("AddN", Arithmetic::sum),
            Map.entry("MaxPool", Pooling.of("MaxPool")),
            Map.entry("AvgPool", Pooling.of("AveragePool")),
            Map.entry("Mean", Pooling::mean),
            Map.entry("ResizeBilinear", Resizing::bilinear),
            Map.entry("ResizeNearestNeighbor", Resizing::nearest),
            Map.entry("ConcatV2", Shaping::concat),
            Map.entry("Pad", Shaping::pad),
            Map.entry("PadV2", Shaping::pad),
            Map.entry("Reshape", Constants::reshape),
            Map.entry("Identity", operands -> operands.value(0)));

    private Operators() {}

    static Value convert(Operands operands) {
        Operator operator = BY_NAME.get(operands.node().operator());
        if (operator == null) {
            throw operands.node()
                    .refusal(
                            "this operator cannot be converted; choose outputs that do not need it. Those that can are %s"
                                    .formatted(new TreeSet<>(BY_NAME.keySet())));
        }
        return operator.convert(operands);
    }
}
