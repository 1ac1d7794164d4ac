package io.loupe.onnx.tensorflowjs;

import static io.loupe.onnx.tensorflowjs.OnnxGraph.attribute;

import java.util.List;

/*
 * A graph holds the size to resize to as a constant, which is right for pictures of one size only. What was meant is a
 * factor: the constant divided by the side that the tensor has for a picture of the recipe's size.
 *
 * Where output cell i looks in the input, TensorFlow.js and ONNX (coordinate_transformation_mode) agree under different
 * names; s is output side / input side:
 *   neither flag         i / s                             asymmetric
 *   half_pixel_centers   (i + 0.5) / s - 0.5               half_pixel
 *   align_corners        i * (in - 1) / (out - 1)          align_corners
 * The nearest neighbour is floor(i / s), floor((i + 0.5) / s) and round(i * (in - 1) / (out - 1)): the second and third
 * are the nearest to ONNX's coordinate with halves rounded up.
 */
/** Pictures made larger or smaller by a factor. */
final class Resizing {
    private Resizing() {}

    static Value bilinear(Operands operands) {
        return resize(operands, "linear");
    }

    static Value nearest(Operands operands) {
        return resize(operands, "nearest");
    }

    private static FeatureMap resize(Operands operands, String mode) {
        FeatureMap input = operands.picture(0);
        GraphNode node = operands.node();
        List<Integer> size = operands.weight(1).integers();
        if (size.size() != 2 || size.get(0) < 1 || size.get(1) < 1) {
            throw node.refusal("it resizes to %s; a height and a width are expected".formatted(size));
        }
        boolean cornersAlign = node.flag("align_corners");
        boolean halfPixels = node.flag("half_pixel_centers");
        if (cornersAlign && halfPixels) {
            throw node.refusal("align_corners and half_pixel_centers exclude each other");
        }
        String coordinates = cornersAlign ? "align_corners" : halfPixels ? "half_pixel" : "asymmetric";
        String factors = operands.graph()
                .floats(
                        operands.own("factors"),
                        List.of(4),
                        1,
                        1,
                        factor(input.height(), size.get(0)),
                        factor(input.width(), size.get(1)));
        String result = operands.add(
                "Resize",
                List.of(input.name(), "", factors),
                attribute("coordinate_transformation_mode", coordinates),
                attribute("mode", mode),
                attribute("nearest_mode", cornersAlign || halfPixels ? "round_prefer_ceil" : "floor"));
        return input.with(FeatureMap.HEIGHT, size.get(0))
                .with(FeatureMap.WIDTH, size.get(1))
                .named(result);
    }

    /** ONNX makes floor(from * factor) cells: a factor rounded down would lose one. */
    private static float factor(int from, int to) {
        float factor = (float) to / from;
        return from * factor < to ? Math.nextUp(factor) : factor;
    }
}
