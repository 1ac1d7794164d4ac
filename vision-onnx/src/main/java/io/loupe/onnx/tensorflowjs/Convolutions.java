package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/** Convolutions, plain or with bias and activation fused to them. */
final class Convolutions {
    private Convolutions() {}

    /** The filter is [height, width, from, to]; ONNX has [to, from, height, width]. */
    static Value convolution(Operands operands) {
        FeatureMap input = operands.picture(0);
        Weight filter = operands.weight(1, 4);
        requireChannels(operands, filter, input);
        String name = operands.graph().weight(filter.transposed(3, 2, 0, 1), "filter");
        return convolve(operands, name, window(operands, filter), filter.shape().get(3), 1);
    }

    /** The filter is [height, width, from, multiplier]; ONNX has [from * multiplier, 1, height, width], in groups. */
    static Value depthwise(Operands operands) {
        FeatureMap input = operands.picture(0);
        Weight filter = operands.weight(1, 4);
        requireChannels(operands, filter, input);
        int channels = Math.multiplyExact(filter.shape().get(2), filter.shape().get(3));
        List<Integer> sides =
                List.of(channels, 1, filter.shape().get(0), filter.shape().get(1));
        String name = operands.graph().weight(filter.transposed(2, 3, 0, 1).reshaped(sides), "depthwise");
        return convolve(operands, name, window(operands, filter), channels, input.channels());
    }

    private static Window window(Operands operands, Weight filter) {
        return Window.of(operands.node(), filter.shape().subList(0, 2));
    }

    private static Value convolve(Operands operands, String filter, Window window, int channels, int groups) {
        FeatureMap input = operands.picture(0);
        List<String> fused = operands.node().texts("fused_ops");
        List<String> from = new ArrayList<>(List.of(input.name(), filter));
        boolean biased = !fused.isEmpty() && fused.getFirst().equals("BiasAdd");
        if (biased) {
            from.add(bias(operands, channels));
        }
        List<AttributeProto> attributes = new ArrayList<>(window.attributes());
        attributes.add(attribute("group", groups));
        List<String> activations = biased ? fused.subList(1, fused.size()) : fused;
        if (activations.size() > 1) {
            throw operands.node().refusal("the fused operators %s cannot be converted".formatted(fused));
        }
        String result = operands.own(activations.isEmpty() ? "0" : "linear");
        operands.graph().add("Conv", from, result, attributes.toArray(AttributeProto[]::new));
        FeatureMap output = window.over(operands.node(), input)
                .with(FeatureMap.CHANNELS, channels)
                .named(result);
        return activations.isEmpty() ? output : Activations.fused(activations.getFirst(), operands, output);
    }

    private static String bias(Operands operands, int channels) {
        Weight bias = operands.weight(2);
        if (bias.count() != channels) {
            throw operands.node()
                    .refusal("its bias '%s' has %d values for %d channels"
                            .formatted(bias.name(), bias.count(), channels));
        }
        return operands.graph().weight(bias.reshaped(List.of(channels)), "bias");
    }

    private static void requireChannels(Operands operands, Weight filter, FeatureMap input) {
        if (filter.shape().get(2) != input.channels() || filter.shape().contains(0)) {
            throw operands.node()
                    .refusal("its filter '%s' of shape %s does not fit an input of %d channels"
                            .formatted(filter.name(), filter.shape(), input.channels()));
        }
    }
}
