package io.loupe.server.inspection.version;

import io.loupe.vision.Detector;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.InputSize;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of itself, so that it need not be opened to be listed.
 *
 * @param heldOutScores the good pictures' own scores, each as if it had not been learned from
 * @param parts how many parts the good pictures show; those of one part are held out together
 * @param remark how the method was fitted, in a sentence; may be empty
 * @param blindSpots null where nobody looked for them
 */
public record VersionFacts(
        String method,
        String encoder,
        List<String> taps,
        int height,
        int width,
        long seed,
        double maxFalseReject,
        int goodImages,
        int parts,
        int bankRows,
        List<Double> heldOutScores,
        String remark,
        MethodFacts methodFacts,
        @Nullable BlindSpotSizes blindSpots) {
    static VersionFacts of(Detector detector) {
        TrainingSettings settings = detector.settings();
        InputSize size = settings.encoder().inputSize();
        return new VersionFacts(
                settings.method(),
                settings.encoder().id(),
                detector.taps(),
                size.height(),
                size.width(),
                settings.methodSettings().seed(),
                settings.maxFalseReject(),
                detector.goodPictures().size(),
                detector.heldOutScores().groups().count(),
                detector.bankRows(),
                DoubleStream.of(detector.heldOutScores().imageLevelScores())
                        .boxed()
                        .toList(),
                detector.remark(),
                MethodFacts.of(settings.methodSettings()),
                detector.blindSpots().map(BlindSpotSizes::of).orElse(null));
    }
}
