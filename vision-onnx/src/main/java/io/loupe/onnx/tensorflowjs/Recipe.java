package io.loupe.onnx.tensorflowjs;

import io.loupe.vision.encoder.InputSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a graph does not say about itself: what the network is called, how pictures are fed, and which of its nodes are
 * worth having. As a file it is written in the words of {@code model.json}, with names of graph nodes for the outputs:
 *
 * <pre>{@code
 * {
 *   "id": "my-network", "licence": "MIT", "source": "where it comes from",
 *   "input": { "name": "pixels", "size": [512, 512], ... all of it as in model.json ... },
 *   "outputs": {
 *     "taps": { "stride8": "graph/node", "stride16": "another/node" },
 *     "embedding": { "node": "a/node", "size": [256, 256], "near_duplicate_cosine": 0.95 },
 *     "detections": { "heatmap": "a/node", "sides": "a/node" }
 *   }
 * }
 * }</pre>
 *
 * Strides and channels are read off the graph. Without a {@code size} of its own, the embedding is made at the size of
 * {@code input}.
 *
 * @param id as in model.json
 * @param licence the licence of the weights
 * @param source where the weights come from
 * @param input goes to model.json as it is
 * @param inputName what the picture input is called in ONNX
 * @param size the picture size that the graph was made for
 * @param taps graph nodes of the taps, by the taps' names, in the order they are listed
 * @param embedding where one vector for the whole picture is found
 * @param detections where a CenterNet head ends
 */
public record Recipe(
        String id,
        String licence,
        String source,
        ObjectNode input,
        String inputName,
        InputSize size,
        SequencedMap<String, String> taps,
        Optional<Embedding> embedding,
        Optional<Detections> detections) {
    static final String EMBEDDING = "embedding";
    static final String HEATMAP = "heatmap";
    static final String SIDES = "sides";

    /**
     * One vector for the whole picture.
     *
     * @param node a graph node with one vector per picture, or one whose mean over the picture is that vector
     * @param size the picture size at which it is best
     * @param nearDuplicateCosine the cosine from which on two pictures count as near copies, where somebody measured it
     */
    public record Embedding(String node, InputSize size, Optional<Double> nearDuplicateCosine) {}

    /**
     * Graph nodes of a CenterNet head.
     *
     * @param heatmap after the sigmoid, one channel for each label
     * @param sides distances in pixels from a cell to the left, top, right and bottom edge
     */
    public record Detections(String heatmap, String sides) {}

    public Recipe {
        taps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(taps));
    }

    /**
     * Reads a recipe from its file.
     *
     * @throws UnableToConvertException listing everything that is wrong with it
     */
    public static Recipe read(Path file) {
        return RecipeReader.read(file);
    }

    /** The graph nodes that must be computed. */
    List<String> wanted() {
        List<String> wanted = new ArrayList<>(taps.values());
        embedding.ifPresent(vector -> wanted.add(vector.node()));
        detections.ifPresent(nodes -> wanted.addAll(List.of(nodes.heatmap(), nodes.sides())));
        return wanted;
    }
}
