package io.loupe.vision.encoder;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Every encoder on the class path, by id. */
public final class Encoders {
    /** Best first; the last one needs nothing but the JDK. */
    private static final List<String> PREFERRED = List.of("coco-mobilenet-v3", "filter-bank");

    private final List<EncoderProvider> providers;
    private final EncoderSettings settings;

    private Encoders(List<EncoderProvider> providers, EncoderSettings settings) {
        this.providers = providers;
        this.settings = settings;
    }

    /** The encoders of all providers that {@link ServiceLoader} finds. */
    public static Encoders with(EncoderSettings settings) {
        List<EncoderProvider> providers = ServiceLoader.load(EncoderProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return new Encoders(providers, settings);
    }

    public List<EncoderInfo> list() {
        return providers.stream()
                .flatMap(provider -> provider.list(settings).stream())
                .toList();
    }

    /** What is known of one encoder without opening it; nothing where it is not here or cannot be read. */
    public Optional<EncoderInfo> find(String id) {
        return list().stream().filter(encoder -> encoder.id().equals(id)).findFirst();
    }

    /**
     * The encoder to take when nobody chooses: {@code coco-mobilenet-v3} where the class path brings it, else {@code
     * filter-bank}.
     *
     * @throws UnableToOpenEncoderException if the class path brings neither
     */
    public static String defaultId() {
        List<String> builtIn = with(EncoderSettings.defaults()).list().stream()
                .map(EncoderInfo::id)
                .toList();
        return PREFERRED.stream()
                .filter(builtIn::contains)
                .findFirst()
                .orElseThrow(() -> new UnableToOpenEncoderException(
                        "There is no default encoder on the class path, neither of %s; name one of %s."
                                .formatted(PREFERRED, builtIn)));
    }

    /**
     * Opens a patch encoder as it was made, with nothing learned yet.
     *
     * @throws UnableToOpenEncoderException naming the encoders there are, when there is none of this id
     */
    public PatchEncoder openPatchEncoder(PatchEncoderRequest request) {
        return first(request.id(), provider -> provider.openPatchEncoder(request, settings));
    }

    /**
     * Opens a patch encoder with what it learned from good pictures.
     *
     * @throws UnableToOpenEncoderException also when the state is not one of this encoder's
     */
    public PatchEncoder reopenPatchEncoder(PatchEncoderRequest request, byte[] state) {
        return first(request.id(), provider -> provider.reopenPatchEncoder(request, state, settings));
    }

    /**
     * Opens an encoder of whole pictures.
     *
     * @throws UnableToOpenEncoderException naming the encoders there are, when there is none of this id
     */
    public ImageEncoder openImageEncoder(String id) {
        return first(id, provider -> provider.openImageEncoder(id, settings));
    }

    private <T> T first(String id, Function<EncoderProvider, Optional<T>> open) {
        for (EncoderProvider provider : providers) {
            Optional<T> encoder = open.apply(provider);
            if (encoder.isPresent()) {
                return encoder.get();
            }
        }
        throw new UnableToOpenEncoderException(
                "There is no encoder '%s' here; there are %s. Networks are looked for in %s: name another folder with --models-dir, or import one with 'loupe models import FOLDER'."
                        .formatted(id, list().stream().map(EncoderInfo::id).toList(), settings.modelFolders()));
    }
}
