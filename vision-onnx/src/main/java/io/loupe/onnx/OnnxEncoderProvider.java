package io.loupe.onnx;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderProvider;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.ImageEncoder;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.util.List;
import java.util.Optional;

/** Every network there is (see {@link ModelFolders#of}) as an encoder; found by the service loader. */
public final class OnnxEncoderProvider implements EncoderProvider {
    @Override
    public List<EncoderInfo> list(EncoderSettings settings) {
        return ModelFolders.of(settings).readable().stream()
                .map(ModelFolder::description)
                .filter(ModelDescription::isEncoder)
                .map(EncoderInfos::of)
                .toList();
    }

    @Override
    public Optional<PatchEncoder> openPatchEncoder(PatchEncoderRequest request, EncoderSettings settings) {
        return ModelFolders.of(settings)
                .find(request.id())
                .map(folder -> OnnxPatchEncoder.open(folder, request.taps(), request.inputSize(), settings));
    }

    @Override
    public Optional<PatchEncoder> reopenPatchEncoder(
            PatchEncoderRequest request, byte[] state, EncoderSettings settings) {
        if (state.length == 0) {
            return openPatchEncoder(request, settings);
        }
        return ModelFolders.of(settings).find(request.id()).map(folder -> {
            throw new UnableToOpenEncoderException(
                    "Network '%s' keeps no state, but %d bytes of state were stored with the model: they belong to another encoder."
                            .formatted(request.id(), state.length));
        });
    }

    @Override
    public Optional<ImageEncoder> openImageEncoder(String id, EncoderSettings settings) {
        return ModelFolders.of(settings).find(id).map(folder -> OnnxImageEncoder.open(folder, settings));
    }
}
