package io.loupe.onnx;

import java.util.List;

/** How a network says what it found: {@code outputs.detections} in {@code model.json}. */
public sealed interface DetectionOutput {
    /** How many kinds of objects the network knows. */
    int labelCount();

    /**
     * A score for each place and kind, and the distances from that place to the sides of the object.
     *
     * @param heatmap output [batch, labels, rows, columns] of scores, after the sigmoid
     * @param sides output [batch, 4, rows, columns]: pixels to the left, top, right and bottom side
     * @param stride input pixels per place, along each axis
     */
    record CenterNet(String heatmap, String sides, int stride, int labelCount) implements DetectionOutput {}

    /**
     * One table with a row for each place, the places of all strides one after another.
     *
     * @param name output [batch, places, 5 + labels]: centre, size, objectness and the scores of all kinds
     * @param strides input pixels per place, in the order of the table
     */
    record Yolox(String name, List<Integer> strides, int labelCount) implements DetectionOutput {
        public Yolox {
            strides = List.copyOf(strides);
        }
    }
}
