package io.loupe.vision.detect;

import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Every object detector on the class path, by id. */
public final class ObjectDetectors {
    private final List<ObjectDetectorProvider> providers;
    private final EncoderSettings settings;

    private ObjectDetectors(List<ObjectDetectorProvider> providers, EncoderSettings settings) {
        this.providers = providers;
        this.settings = settings;
    }

    /** The detectors of all providers that {@link ServiceLoader} finds. */
    public static ObjectDetectors with(EncoderSettings settings) {
        List<ObjectDetectorProvider> providers = ServiceLoader.load(ObjectDetectorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new ObjectDetectors(providers, settings);
    }

    public List<ObjectDetectorInfo> list() {
        return providers.stream()
                .flatMap(provider -> provider.list(settings).stream())
                .toList();
    }

    /**
     * Opens a detector.
     *
     * @throws UnableToOpenEncoderException naming the detectors there are, when there is none of this id
     */
    public ObjectDetector open(String id) {
        return providers.stream()
                .map(provider -> provider.open(id, settings))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private UnableToOpenEncoderException unknown(String id) {
        List<String> known = list().stream().map(ObjectDetectorInfo::id).toList();
        return new UnableToOpenEncoderException(
                "There is no object detector '%s' here; there are %s. One comes with Loupe unless it was built without its network; others are looked for in %s: name another folder with --models-dir, or import one with 'loupe models import FOLDER'."
                        .formatted(id, known, settings.modelFolders()));
    }
}
