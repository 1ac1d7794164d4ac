package io.loupe.onnx;

import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.Tap;
import java.util.List;
import java.util.Optional;

/**
 * What a model folder says about its network: the content of {@code model.json}.
 *
 * @param id short name, usable as a folder name: lower-case letters, digits, dots, dashes and underscores
 * @param roles what the network is for, as {@code patch-features}, {@code image-embedding}, {@code object-detection}
 * @param file the network's file, relative to the folder
 * @param sha256 checksum of that file, lower-case hex
 * @param licence the licence of the weights
 * @param source where the weights come from; empty when not told
 * @param input how pictures are fed
 * @param taps where patch features can be taken; may be empty
 * @param embedding the output with one vector per picture, where there is one
 * @param detections how it says which objects it found, where it finds any; then there are labels
 * @param labels the file with one class name per line, relative to the folder, where there is one
 */
public record ModelDescription(
        String id,
        List<String> roles,
        String file,
        String sha256,
        String licence,
        String source,
        NetworkInput input,
        List<Tap> taps,
        Optional<EmbeddingOutput> embedding,
        Optional<DetectionOutput> detections,
        Optional<String> labels) {

    /**
     * The output that holds one vector for each picture.
     *
     * @param dimension length of the vector
     * @param inputSize the size at which pictures are fed for it: the network's own, unless it embeds better at another
     * @param nearDuplicateCosine the cosine from which on two pictures count as near copies, where somebody measured it
     */
    public record EmbeddingOutput(
            String name, int dimension, InputSize inputSize, Optional<Double> nearDuplicateCosine) {}

    public ModelDescription {
        roles = List.copyOf(roles);
        taps = List.copyOf(taps);
    }

    /** Whether Loupe can take patch features or embeddings from it; a plain detector or classifier answers no. */
    public boolean isEncoder() {
        return !taps.isEmpty() || embedding.isPresent();
    }

    /** Whether Loupe can find objects with it. */
    public boolean isObjectDetector() {
        return detections.isPresent();
    }
}
