package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What slides over a picture in a convolution or a pooling. TensorFlow's SAME padding puts the odd row or column at the
 * bottom and right. With steps of 1 it is the same for every picture size; else it is ONNX's SAME_UPPER, which ONNX
 * Runtime works out for each size, though not for windows with gaps.
 *
 * @param sides height and width of the window
 * @param strides its steps down and to the right
 * @param dilations distances between neighbouring elements of the window
 * @param margins zeros at the top, left, bottom and right; empty where they depend on the picture's size
 */
record Window(List<Integer> sides, List<Integer> strides, List<Integer> dilations, Optional<List<Integer>> margins) {
    private static final List<Integer> ONES = List.of(1, 1);

    /** The window of these sides that a node's attributes describe. */
    static Window of(GraphNode node, List<Integer> sides) {
        String layout = node.text("data_format").orElse("NHWC");
        if (!layout.equals("NHWC")) {
            throw node.refusal("its data_format is %s; only NHWC can be converted".formatted(layout));
        }
        Window unpadded = new Window(
                sides, spatial(node, "strides"), spatial(node, "dilations"), Optional.of(List.of(0, 0, 0, 0)));
        String padding = node.text("padding").orElse("");
        return switch (padding) {
            case "VALID" -> unpadded;
            case "SAME" -> unpadded.within(unpadded.same(node));
            case "EXPLICIT" -> unpadded.within(Optional.of(explicit(node)));
            default ->
                throw node.refusal("its padding is \"%s\"; SAME, VALID or EXPLICIT is expected".formatted(padding));
        };
    }

    /** The two middle numbers of a list in the order N, H, W, C; ones when it is absent. */
    static List<Integer> spatial(GraphNode node, String attribute) {
        List<Integer> values = node.integers(attribute);
        if (values.isEmpty()) {
            return ONES;
        }
        boolean positive = values.stream().allMatch(value -> value > 0);
        if (values.size() != 4 || !positive || values.getFirst() != 1 || values.getLast() != 1) {
            throw node.refusal("its %s are %s; [1, down, right, 1] is expected".formatted(attribute, values));
        }
        return values.subList(1, 3);
    }

    /** As ONNX's Conv, MaxPool and AveragePool have it; dilations only where there are any. */
    List<AttributeProto> attributes() {
        List<AttributeProto> attributes = new ArrayList<>();
        attributes.add(margins.map(zeros -> attribute("pads", zeros)).orElse(attribute("auto_pad", "SAME_UPPER")));
        if (!dilations.equals(ONES)) {
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
        if (margins.isEmpty()) {
            return Math.ceilDiv(side, stride);
        }
        List<Integer> zeros = margins.get();
        int padded = Math.addExact(side, Math.addExact(zeros.get(axis), zeros.get(axis + 2)));
        int span = span(axis);
        if (padded <= span) {
            throw node.refusal("its window covers %d pixels, and only %d are left of a picture of the recipe's size"
                    .formatted(span + 1L, padded));
        }
        return (padded - span - 1) / stride + 1;
    }

    /** Pixels from the first element of the window to its last. */
    private int span(int axis) {
        return Math.multiplyExact(sides.get(axis) - 1, dilations.get(axis));
    }

    private Window within(Optional<List<Integer>> zeros) {
        return new Window(sides, strides, dilations, zeros);
    }

    private Optional<List<Integer>> same(GraphNode node) {
        if (strides.equals(ONES)) {
            int above = span(0) / 2;
            int left = span(1) / 2;
            return Optional.of(List.of(above, left, span(0) - above, span(1) - left));
        }
        if (!dilations.equals(ONES)) {
            throw node.refusal("steps of %s and dilations of %s together cannot be converted with SAME padding"
                    .formatted(strides, dilations));
        }
        return Optional.empty();
    }

    private static List<Integer> explicit(GraphNode node) {
        List<Integer> zeros = node.integers("explicit_paddings");
        boolean outside = zeros.size() == 8 && zeros.stream().allMatch(count -> count >= 0);
        if (!outside) {
            throw node.refusal(
                    "its explicit_paddings are %s; eight numbers are expected, none below 0".formatted(zeros));
        }
        return List.of(zeros.get(2), zeros.get(4), zeros.get(3), zeros.get(5));
    }
}
