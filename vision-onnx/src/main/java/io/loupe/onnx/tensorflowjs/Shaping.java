package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import java.util.ArrayList;
import java.util.List;

/** Tensors put side by side or framed. */
final class Shaping {
    private Shaping() {}

    /** The last input is the axis; all others are joined along it. */
    static Value concat(Operands operands) {
        FeatureMap result = operands.map(0);
        Weight along = operands.weight(operands.count() - 1);
        int axis = operands.axis(result, single(operands, along.integers()));
        List<String> inputs = new ArrayList<>(List.of(result.name()));
        for (int i = 1; i < operands.count() - 1; i++) {
            FeatureMap next = operands.map(i);
            int side = result.sides().get(axis);
            if (!next.with(axis, side).hasShapeOf(result)) {
                throw operands.node()
                        .refusal("'%s' is %s, which does not fit to %s"
                                .formatted(next.name(), next.shape(), result.shape()));
            }
            result = result.with(axis, Math.addExact(side, next.sides().get(axis)));
            inputs.add(next.name());
        }
        return result.named(operands.add("Concat", inputs, attribute("axis", axis)));
    }

    /** A frame of zeros, or of the number that a third input gives. */
    static Value pad(Operands operands) {
        FeatureMap input = operands.map(0);
        Weight margins = operands.weight(1, 2);
        if (!margins.shape().equals(List.of(input.rank(), 2))) {
            throw operands.node()
                    .refusal("its paddings '%s' have the shape %s; [%d, 2] is expected"
                            .formatted(margins.name(), margins.shape(), input.rank()));
        }
        int sides = input.sides().size();
        long[] pads = new long[2 * sides];
        FeatureMap result = input;
        List<Integer> values = margins.integers();
        for (int i = 0; i < input.rank(); i++) {
            int before = values.get(2 * i);
            int after = values.get(2 * i + 1);
            if (before == 0 && after == 0) {
                continue;
            }
            if (before < 0 || after < 0) {
                throw operands.node().refusal("its paddings are %s; none may be negative".formatted(values));
            }
            int axis = operands.axis(input, i);
            pads[axis] = before;
            pads[axis + sides] = after;
            result = result.with(axis, Math.addExact(result.sides().get(axis), Math.addExact(before, after)));
        }
        List<String> inputs =
                new ArrayList<>(List.of(input.name(), operands.graph().longs(operands.own("pads"), pads)));
        if (operands.count() > 2) {
            Weight filling = operands.weight(2, 0);
            inputs.add(operands.graph().weight(filling, "number"));
        }
        return result.named(operands.add("Pad", inputs, attribute("mode", "constant")));
    }

    private static int single(Operands operands, List<Integer> values) {
        if (values.size() != 1) {
            throw operands.node().refusal("its axis is %s; one number is expected".formatted(values));
        }
        return values.getFirst();
    }
}
