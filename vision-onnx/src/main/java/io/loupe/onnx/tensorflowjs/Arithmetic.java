package io.loupe.onnx.tensorflowjs;

import java.util.ArrayList;
import java.util.List;

/** Sums, differences and products of tensors, or of a tensor and a constant. */
final class Arithmetic {
    private Arithmetic() {}

    /** The ONNX operator of this name on a node's two inputs, one of which may be constant. */
    static Operator of(String operator) {
        return operands -> {
            FeatureMap map = operands.value(0) instanceof FeatureMap first ? first : operands.map(1);
            FeatureMap result = map;
            List<String> inputs = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                switch (operands.value(i)) {
                    case FeatureMap other -> {
                        inputs.add(other.name());
                        result = stretched(operands, result, other);
                    }
                    case Weight constant -> {
                        inputs.add(Constants.broadcast(operands, constant, map));
                        result = result.with(FeatureMap.CHANNELS, Math.max(result.channels(), constant.count()));
                    }
                }
            }
            return result.named(operands.add(operator, inputs));
        };
    }

    /** Any number of tensors of one shape. */
    static Value sum(Operands operands) {
        FeatureMap first = operands.map(0);
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < operands.count(); i++) {
            if (!operands.map(i).hasShapeOf(first)) {
                throw mismatch(operands, first, operands.map(i));
            }
            inputs.add(operands.map(i).name());
        }
        return first.named(operands.add("Sum", inputs));
    }

    /** Sides of 1 are stretched to the other's, as TensorFlow.js and ONNX both do. */
    private static FeatureMap stretched(Operands operands, FeatureMap first, FeatureMap second) {
        if (first.rank() != second.rank()) {
            throw mismatch(operands, first, second);
        }
        FeatureMap result = first;
        for (int axis = 0; axis < first.sides().size(); axis++) {
            int one = first.sides().get(axis);
            int two = second.sides().get(axis);
            if (one != two && one != 1 && two != 1) {
                throw mismatch(operands, first, second);
            }
            result = result.with(axis, Math.max(one, two));
        }
        return result;
    }

    private static InvalidGraph mismatch(Operands operands, FeatureMap first, FeatureMap second) {
        return operands.node()
                .refusal("its inputs do not fit together: '%s' is %s and '%s' is %s"
                        .formatted(first.name(), first.shape(), second.name(), second.shape()));
    }
}
