package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;
import java.util.TreeSet;

/** Many values into one: in a window, or over whole axes. */
final class Pooling {
    private static final List<Integer> PICTURE = List.of(FeatureMap.HEIGHT, FeatureMap.WIDTH);

    private Pooling() {}

    /** Both leave the padding out of what they look at. */
    static Operator of(String operator) {
        return operands -> {
            FeatureMap input = operands.picture(0);
            Window window = Window.of(operands.node(), Window.spatial(operands.node(), "ksize"));
            String result = operands.add(
                    operator, List.of(input.name()), window.attributes().toArray(AttributeProto[]::new));
            return window.over(operands.node(), input).named(result);
        };
    }

    /** Over the picture, with or without its two axes left as ones; over other axes only with them. */
    static Value mean(Operands operands) {
        FeatureMap input = operands.map(0);
        boolean keepsAxes = operands.node().flag("keep_dims");
        TreeSet<Integer> axes = new TreeSet<>();
        for (int axis : operands.weight(1).integers()) {
            axes.add(operands.axis(input, axis));
        }
        boolean overPicture = input.rank() == 4 && List.copyOf(axes).equals(PICTURE);
        if (!keepsAxes && !overPicture) {
            throw operands.node()
                    .refusal("a mean that drops its axes can be converted over height and width together only");
        }
        if (overPicture) {
            String result = operands.add("GlobalAveragePool", List.of(input.name()));
            return new FeatureMap(result, keepsAxes ? 4 : 2, List.of(1, input.channels(), 1, 1));
        }
        FeatureMap result = input;
        for (int axis : axes) {
            result = result.with(axis, 1);
        }
        return result.named(operands.add(
                "ReduceMean", List.of(input.name()), attribute("axes", List.copyOf(axes)), attribute("keepdims", 1)));
    }
}
