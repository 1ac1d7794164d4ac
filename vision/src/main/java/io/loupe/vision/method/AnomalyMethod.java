package io.loupe.vision.method;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.modelfile.SectionReader;
import io.loupe.vision.progress.Progress;
import java.util.List;

/**
 * A way to learn from good pictures only. One class and one line in the service file of this interface add a method
 * to {@link AnomalyMethods}; it inherits the contract suite {@code AnomalyMethodContract}.
 */
public interface AnomalyMethod {
    /** Short name, as on the command line. */
    String id();

    /** One sentence for people choosing. */
    String summary();

    /**
     * Taps besides the encoder's defaults that this method would choose among where nobody named any; none for most
     * methods. {@link #fit} is shown them as {@link FeatureSource#optionalTaps}.
     */
    default List<String> optionalTaps(EncoderInfo encoder) {
        return List.of();
    }

    /**
     * Learns from the good pictures.
     *
     * @param progress told of every step, with a phase name and how far it is
     * @throws IllegalArgumentException if there are too few pictures for this method, saying how many it needs
     */
    FittedMethod fit(FeatureSource normals, MethodSettings settings, Progress progress);

    /**
     * Reads what {@link FittedMethod#save} wrote.
     *
     * @throws io.loupe.vision.modelfile.UnreadableModelException if a section is missing or does not make sense
     */
    FittedMethod load(SectionReader sections);
}
