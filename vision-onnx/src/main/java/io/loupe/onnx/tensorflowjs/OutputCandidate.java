package io.loupe.onnx.tensorflowjs;

/**
 * A node that a recipe could name as an output.
 *
 * @param node its name
 * @param operator what it computes, as {@code Relu}
 * @param height rows of cells; 1 for one vector per picture
 * @param width columns of cells
 * @param channels values in a cell
 */
public record OutputCandidate(String node, String operator, int height, int width, int channels) {
    static OutputCandidate of(GraphNode node, FeatureMap map) {
        return new OutputCandidate(node.name(), node.operator(), map.height(), map.width(), map.channels());
    }
}
