package io.loupe.onnx;

import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.util.List;
import java.util.Optional;

/** Turns what a network gives for one picture into boxes. Immutable and thread-safe. */
sealed interface DetectionDecoder permits CenterNetDecoder, YoloxDecoder {
    /**
     * A box that may show an object.
     *
     * @param label index of what it may show
     * @param score as the network gives it
     * @param box in pixels of the network's input; it may stick out
     */
    record Candidate(int label, float score, BoundingBox box) {}

    /** The decoder of a network at the size it was made for; empty where it detects nothing. */
    static Optional<DetectionDecoder> of(ModelDescription description) {
        InputSize size = description.input().size();
        return description.detections().map(output -> switch (output) {
            case DetectionOutput.CenterNet centerNet -> new CenterNetDecoder(centerNet, size);
            case DetectionOutput.Yolox yolox -> new YoloxDecoder(yolox, size);
        });
    }

    /** The outputs that {@link #decode} reads. */
    List<WantedOutput> wantedOutputs();

    /**
     * The boxes of at least this score, in no order. What a network gives that is no box is passed over.
     *
     * @param outputs of one picture, in the order of {@link #wantedOutputs()}
     */
    List<Candidate> decode(List<PatchFeatures> outputs, double minScore);
}
