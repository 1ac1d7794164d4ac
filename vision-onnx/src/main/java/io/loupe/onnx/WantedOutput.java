package io.loupe.onnx;

import io.loupe.vision.encoder.Tap;
import java.util.List;
import java.util.stream.Stream;

/**
 * An output that an encoder reads, as the description promises it.
 *
 * @param field where {@code model.json} says so, for messages
 * @param channels length of the vectors it holds
 */
record WantedOutput(String name, String field, int channels) {
    static WantedOutput of(Tap tap) {
        return new WantedOutput(tap.name(), "outputs.taps", tap.channels());
    }

    static WantedOutput of(ModelDescription.EmbeddingOutput embedding) {
        return new WantedOutput(embedding.name(), "outputs.embedding.dim", embedding.dimension());
    }

    /** Every tap and the embedding. */
    static List<WantedOutput> all(ModelDescription description) {
        return Stream.concat(
                        description.taps().stream().map(WantedOutput::of),
                        description.embedding().stream().map(WantedOutput::of))
                .toList();
    }
}
