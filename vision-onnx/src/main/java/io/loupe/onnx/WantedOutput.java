package io.loupe.onnx;

import io.loupe.vision.encoder.Tap;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An output that is read, as the description promises it.
 *
 * @param field where {@code model.json} says so, for messages
 * @param channels length of the vectors it holds
 * @param layouts how its tensor may lie in memory
 * @param cells how many vectors it holds for each picture, where the description tells
 */
record WantedOutput(String name, String field, int channels, Set<OutputLayout> layouts, OptionalInt cells) {
    WantedOutput {
        layouts = Set.copyOf(layouts);
    }

    /** What an encoder reads: a grid of vectors, or one. */
    static WantedOutput features(String name, String field, int channels) {
        return new WantedOutput(
                name, field, channels, EnumSet.of(OutputLayout.PLANES, OutputLayout.VECTOR), OptionalInt.empty());
    }

    /** What a detector reads: exactly this many vectors. */
    static WantedOutput detections(String name, int channels, OutputLayout layout, int cells) {
        return new WantedOutput(name, "outputs.detections", channels, EnumSet.of(layout), OptionalInt.of(cells));
    }

    /** Every tap, the embedding and the detections. */
    static List<WantedOutput> all(ModelDescription description) {
        Stream<WantedOutput> taps = description.taps().stream().map(WantedOutput::of);
        Stream<WantedOutput> embedding = description.embedding().stream().map(WantedOutput::of);
        Stream<WantedOutput> detections =
                DetectionDecoder.of(description).stream().flatMap(decoder -> decoder.wantedOutputs().stream());
        return Stream.of(taps, embedding, detections)
                .flatMap(outputs -> outputs)
                .toList();
    }

    static WantedOutput of(Tap tap) {
        return features(tap.name(), "outputs.taps", tap.channels());
    }

    static WantedOutput of(ModelDescription.EmbeddingOutput embedding) {
        return features(embedding.name(), "outputs.embedding.dim", embedding.dimension());
    }

    String layoutsInWords() {
        return layouts.stream().sorted().map(OutputLayout::toString).collect(Collectors.joining(" or "));
    }
}
