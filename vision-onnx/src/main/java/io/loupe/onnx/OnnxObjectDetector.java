package io.loupe.onnx;

import io.loupe.onnx.DetectionDecoder.Candidate;
import io.loupe.vision.detect.Detection;
import io.loupe.vision.detect.DetectionLimits;
import io.loupe.vision.detect.NonMaximumSuppression;
import io.loupe.vision.detect.ObjectDetector;
import io.loupe.vision.detect.ObjectDetectorInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.util.List;

/**
 * Objects found by a network, at the size it was made for. How its outputs become boxes is told by its description, see
 * {@link DetectionOutput}. Thread-safe; {@link #close} waits for calls that are under way, and later calls throw {@link
 * IllegalStateException}.
 */
public final class OnnxObjectDetector implements ObjectDetector {
    /** Boxes of one kind that share more than this are one object; the usual choice for both kinds of network. */
    private static final double MAX_OVERLAP = 0.45;

    private final ObjectDetectorInfo info;
    private final PictureFraming framing;
    private final OnnxNetwork network;
    private final DetectionDecoder decoder;

    private OnnxObjectDetector(
            ObjectDetectorInfo info, PictureFraming framing, OnnxNetwork network, DetectionDecoder decoder) {
        this.info = info;
        this.framing = framing;
        this.network = network;
        this.decoder = decoder;
    }

    /**
     * Opens a network for its detections; what only other outputs need is not computed.
     *
     * @throws UnableToOpenEncoderException if it detects nothing, or its files are missing, damaged or not as described
     */
    public static OnnxObjectDetector open(ModelFolder folder, EncoderSettings settings) {
        ModelDescription description = folder.description();
        DetectionDecoder decoder = DetectionDecoder.of(description)
                .orElseThrow(() -> new UnableToOpenEncoderException(
                        "Network '%s' finds no objects; it is made for %s. Choose another detector."
                                .formatted(description.id(), description.roles())));
        NetworkInput input = description.input();
        ObjectDetectorInfo info = infoOf(folder);
        PictureFraming framing = new PictureFraming(input.framing(), input.size(), input.resampling());
        OnnxNetwork network = NetworkOpening.open(folder, input.size(), decoder.wantedOutputs(), settings);
        return new OnnxObjectDetector(info, framing, network, decoder);
    }

    /** What {@link #open} will say of the detector in this folder. */
    static ObjectDetectorInfo infoOf(ModelFolder folder) {
        ModelDescription description = folder.description();
        return new ObjectDetectorInfo(
                description.id(), description.sha256(), folder.readLabels(), description.licence());
    }

    @Override
    public ObjectDetectorInfo info() {
        return info;
    }

    /** @throws UnableToOpenEncoderException if the network turns out to give something else than scores */
    @Override
    public List<Detection> detect(RgbImage image, DetectionLimits limits) {
        List<PatchFeatures> outputs =
                network.encode(List.of(framing.frame(image))).getFirst();
        // What sticks out of the picture is cut off first: boxes that differ out there only are one to the eye.
        List<Detection> visible = decoder.decode(outputs, limits.minScore()).stream()
                .map(candidate -> toDetection(candidate, image))
                .filter(detection -> !detection.box().isEmpty())
                .toList();
        return NonMaximumSuppression.keepBest(visible, MAX_OVERLAP).stream()
                .limit(limits.maxCount())
                .toList();
    }

    private Detection toDetection(Candidate candidate, RgbImage image) {
        if (candidate.score() > 1) {
            throw new UnableToOpenEncoderException(
                    "Network '%s' gives %s as a score, and scores lie in 0..1. Export it with the sigmoid in its graph."
                            .formatted(info.id(), candidate.score()));
        }
        return new Detection(
                info.labels().get(candidate.label()),
                candidate.score(),
                framing.toPicture(candidate.box(), image).clippedTo(image.height(), image.width()));
    }

    @Override
    public void close() {
        network.close();
    }
}
