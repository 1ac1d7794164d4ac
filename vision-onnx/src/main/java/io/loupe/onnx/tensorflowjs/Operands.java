package io.loupe.onnx.tensorflowjs;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.List;

/**
 * A node with the values of its inputs, and the ONNX graph its conversion adds to: all that the conversion of one
 * operator sees.
 */
record Operands(GraphNode node, List<Value> values, OnnxGraph graph) {
    Operands {
        values = List.copyOf(values);
    }

    int count() {
        return values.size();
    }

    /** An input that is computed from the picture. */
    FeatureMap map(int index) {
        if (value(index) instanceof FeatureMap map) {
            return map;
        }
        throw node.refusal(
                "its input %d is a constant, where something computed from the picture is expected".formatted(index));
    }

    /** An input that is computed from the picture and still has its height and width. */
    FeatureMap picture(int index) {
        FeatureMap map = map(index);
        if (map.rank() != 4) {
            throw node.refusal("its input %d has the shape %s; [batch, height, width, channels] is expected"
                    .formatted(index, map.shape()));
        }
        return map;
    }

    /** An input that is constant. */
    Weight weight(int index) {
        if (value(index) instanceof Weight weight) {
            return weight;
        }
        throw node.refusal(
                "its input %d is computed from the picture, where a constant is expected; sizes that depend on the picture's cannot be converted"
                        .formatted(index));
    }

    /** A constant input with this many axes. */
    Weight weight(int index, int rank) {
        Weight weight = weight(index);
        if (weight.shape().size() != rank) {
            throw node.refusal("its constant '%s' has the shape %s; %d sides are expected"
                    .formatted(weight.name(), weight.shape(), rank));
        }
        return weight;
    }

    Value value(int index) {
        if (index >= values.size()) {
            throw node.refusal("it has %d inputs; at least %d are expected".formatted(values.size(), index + 1));
        }
        return values.get(index);
    }

    /** The ONNX axis for one of TensorFlow.js, counted as {@code map} has them. */
    int axis(FeatureMap map, int axis) {
        int converted = map.onnxAxis(axis);
        if (converted < 0) {
            throw node.refusal("axis %d does not exist in a tensor of shape %s".formatted(axis, map.shape()));
        }
        if (converted == FeatureMap.BATCH) {
            throw node.refusal("it works along axis 0, across pictures; each picture must be computed by itself");
        }
        return converted;
    }

    /** Adds an operator whose result is the node's. */
    String add(String operator, List<String> inputs, AttributeProto... attributes) {
        return graph.add(operator, inputs, own("0"), attributes);
    }

    /** The name of a tensor or constant that only this node needs. */
    String own(String part) {
        return node.name() + ":" + part;
    }
}
