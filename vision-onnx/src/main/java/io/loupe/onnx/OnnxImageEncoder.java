package io.loupe.onnx;

import io.loupe.onnx.ModelDescription.EmbeddingOutput;
import io.loupe.onnx.NetworkInput.Framing;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.ImageEmbedding;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Optional;

/**
 * One vector per picture from a network's embedding output, at the size its description names. Not normalised.
 * Thread-safe; {@link #close} waits for calls that are under way, and later calls throw {@link IllegalStateException}.
 *
 * <p>The whole picture is shown, in the network's {@link Framing}. A cut out centre, as ImageNet classifiers are tested
 * with, finds fewer pictures of the same kind.
 */
public final class OnnxImageEncoder implements ImageEncoder {
    private final EncoderInfo info;
    private final EmbeddingOutput embedding;
    private final PictureFraming framing;
    private final OnnxNetwork network;

    private OnnxImageEncoder(EncoderInfo info, EmbeddingOutput embedding, PictureFraming framing, OnnxNetwork network) {
        this.info = info;
        this.embedding = embedding;
        this.framing = framing;
        this.network = network;
    }

    /**
     * Opens a network for its embedding; what only other outputs need is not computed.
     *
     * @throws UnableToOpenEncoderException if it has no embedding, or its file is missing, damaged or not as described
     */
    public static OnnxImageEncoder open(ModelFolder folder, EncoderSettings settings) {
        ModelDescription description = folder.description();
        EmbeddingOutput embedding = description
                .embedding()
                .orElseThrow(() -> new UnableToOpenEncoderException(
                        "Network '%s' has no embedding output; it is made for %s. Choose another encoder."
                                .formatted(description.id(), description.roles())));
        NetworkInput input = description.input();
        PictureFraming framing = new PictureFraming(input.framing(), embedding.inputSize(), input.resampling());
        OnnxNetwork network =
                NetworkOpening.open(folder, embedding.inputSize(), List.of(WantedOutput.of(embedding)), settings);
        return new OnnxImageEncoder(EncoderInfos.of(description), embedding, framing, network);
    }

    @Override
    public EncoderInfo info() {
        return info;
    }

    @Override
    public int dimension() {
        return embedding.dimension();
    }

    @Override
    public Optional<Double> nearDuplicateCosine() {
        return embedding.nearDuplicateCosine();
    }

    @Override
    public ImageEmbedding embed(RgbImage image) {
        return embedAll(List.of(image)).getFirst();
    }

    @Override
    public List<ImageEmbedding> embedAll(List<RgbImage> images) {
        return network.encode(images.stream().map(framing::frame).toList()).stream()
                .map(outputs -> ImageEmbedding.wrap(outputs.getFirst().values()))
                .toList();
    }

    @Override
    public void close() {
        network.close();
    }
}
