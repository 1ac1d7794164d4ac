package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * What slides over a picture in a convolution or a pooling. TensorFlow's SAME padding, which puts the odd row or column
 * at the bottom and right, is ONNX's SAME_UPPER at any picture size.
 *
 * @param sides height and width of the window
 * @param strides its steps down and to the right
 * @param dilations distances between neighbouring elements of the window
 * @param padding what lies around the picture: SAME, VALID or EXPLICIT
 * @param margins for EXPLICIT, the zeros at the top, left, bottom, right
 */
record Window(
        List<Integer> sides, List<Integer> strides, List<Integer> dilations, Padding padding, List<Integer> margins) {

    enum Padding {
        SAME,
        VALID,
        EXPLICIT
    }

    /** The window of these sides that a node's attributes describe. */
    static Window of(GraphNode node, List<Integer> sides) {
        if (!node.text("data_format").orElse("NHWC").equals("NHWC")) {
            throw node.refusal("its data_format is %s; only NHWC can be converted"
                    .formatted(node.text("data_format").orElseThrow()));
        }
        String padding = node.text("padding").orElse("");
        List<Integer> explicit = node.integers("explicit_paddings");
        Padding kind = switch (padding) {
            case "SAME" -> Padding.SAME;
            case "VALID" -> Padding.VALID;
            case "EXPLICIT" -> Padding.EXPLICIT;
            default ->
                throw node.refusal("its padding is \"%s\"; SAME, VALID or EXPLICIT is expected".formatted(padding));
        };
        if (kind == Padding.EXPLICIT
                && (explicit.size() != 8 || explicit.stream().anyMatch(side -> side < 0))) {
            throw node.refusal("its explicit_paddings are %s; eight numbers are expected".formatted(explicit));
        }
        return new Window(
                sides,
                spatial(node, "strides"),
                spatial(node, "dilations"),
                kind,
                kind == Padding.EXPLICIT
                        ? List.of(explicit.get(2), explicit.get(4), explicit.get(3), explicit.get(5))
                        : List.of());
    }

    /** The two middle numbers of a list in the order N, H, W, C; ones when it is absent. */
    static List<Integer> spatial(GraphNode node, String attribute) {
        List<Integer> values = node.integers(attribute);
        if (values.isEmpty()) {
            return List.of(1, 1);
        }
        if (values.size() != 4
                || values.stream().anyMatch(value -> value < 1)
                || values.get(0) != 1
                || values.get(3) != 1) {
            throw node.refusal("its %s are %s; [1, down, right, 1] is expected".formatted(attribute, values));
        }
        return values.subList(1, 3);
    }

    boolean isDilated() {
        return !dilations.equals(List.of(1, 1));
    }

    /** As ONNX's Conv, MaxPool and AveragePool have it; dilations only where there are any. */
    List<AttributeProto> attributes() {
        List<AttributeProto> attributes = new ArrayList<>();
        if (padding == Padding.EXPLICIT) {
            attributes.add(attribute("pads", margins));
        } else {
            attributes.add(attribute("auto_pad", padding == Padding.SAME ? "SAME_UPPER" : "VALID"));
        }
        if (isDilated()) {
            attributes.add(attribute("dilations", dilations));
        }
        attributes.add(attribute("kernel_shape", sides));
        attributes.add(attribute("strides", strides));
        return attributes;
    }

    /** The tensor that remains of one: smaller in height and width. */
    FeatureMap over(GraphNode node, FeatureMap input) {
        return input.with(FeatureMap.HEIGHT, positions(node, input.height(), 0))
                .with(FeatureMap.WIDTH, positions(node, input.width(), 1));
    }

    private int positions(GraphNode node, int side, int axis) {
        int stride = strides.get(axis);
        if (padding == Padding.SAME) {
            return Math.ceilDiv(side, stride);
        }
        long covered = (sides.get(axis) - 1L) * dilations.get(axis) + 1;
        long padded = padding == Padding.VALID ? side : (long) side + margins.get(axis) + margins.get(axis + 2);
        if (padded < covered) {
            throw node.refusal("its window covers %d pixels, and only %d are left of a picture of the recipe's size"
                    .formatted(covered, padded));
        }
        return Math.toIntExact((padded - covered) / stride + 1);
    }
}
