package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Map;

/**
 * Patch features from inside a network. Learns nothing from good pictures, so it has no state. Thread-safe; {@link
 * #close} waits for calls that are under way, and later calls throw {@link IllegalStateException}.
 */
public final class OnnxPatchEncoder implements PatchEncoder {
    private final EncoderInfo info;
    private final List<Tap> taps;
    private final ModelFolder folder;
    private final OnnxNetwork network;

    private OnnxPatchEncoder(EncoderInfo info, List<Tap> taps, ModelFolder folder, OnnxNetwork network) {
        this.info = info;
        this.taps = taps;
        this.folder = folder;
        this.network = network;
    }

    /**
     * Opens a network for some of its taps; what the others need is not computed.
     *
     * @param tapNames in the order wanted; empty for the network's defaults
     * @throws IllegalArgumentException if the network has no such tap, no taps at all, or cannot take this size
     * @throws io.loupe.vision.encoder.UnableToOpenEncoderException if its file is missing, damaged or not as described
     */
    public static OnnxPatchEncoder open(
            ModelFolder folder, List<String> tapNames, InputSize inputSize, EncoderSettings settings) {
        ModelDescription description = folder.description();
        if (description.taps().isEmpty()) {
            throw new IllegalArgumentException(
                    "Network '%s' has no taps, so it gives no patch features; it is made for %s. Choose another encoder."
                            .formatted(description.id(), description.roles()));
        }
        EncoderInfo info = EncoderInfos.of(description);
        List<Tap> taps = info.selectTaps(tapNames);
        List<WantedOutput> wanted = taps.stream().map(WantedOutput::of).toList();
        OnnxNetwork network = NetworkOpening.open(folder, inputSize, wanted, settings);
        return new OnnxPatchEncoder(info, taps, folder, network);
    }

    @Override
    public EncoderInfo info() {
        return info;
    }

    @Override
    public List<Tap> taps() {
        return taps;
    }

    @Override
    public InputSize inputSize() {
        return network.inputSize();
    }

    @Override
    public RgbImage prepare(RgbImage image) {
        Resampling resampling = folder.description().input().resampling();
        return Resampler.resize(image, inputSize().height(), inputSize().width(), resampling);
    }

    @Override
    public List<PatchFeatures> encode(RgbImage prepared) {
        return network.encode(List.of(prepared)).getFirst();
    }

    @Override
    public List<List<PatchFeatures>> encodeAll(List<RgbImage> prepared) {
        return network.encode(prepared);
    }

    @Override
    public Map<String, byte[]> files() {
        return folder.readFiles();
    }

    @Override
    public void close() {
        network.close();
    }
}
