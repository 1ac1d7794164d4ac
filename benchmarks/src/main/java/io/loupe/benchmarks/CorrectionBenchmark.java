package io.loupe.benchmarks;

import io.loupe.samples.DefectKind;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.util.List;

/** What a correction costs beside an inspection of the same picture, on a fresh model and on ones corrected often. */
final class CorrectionBenchmark implements Benchmark {
    private static final int GOOD_PICTURES = 40;
    private static final String INSPECT = "inspection";
    private static final String NORMAL = "\"this is normal\"";
    private static final String DEFECT = "\"this is a defect\"";
    private static final String ELEVENTH_NORMAL = "the eleventh correction, \"this is normal\"";
    private static final String ELEVENTH_DEFECT = "the eleventh correction, \"this is a defect\"";
    private static final String THIRTIETH_NORMAL = "the thirtieth correction, \"this is normal\"";
    private static final String THIRTIETH_DEFECT = "the thirtieth correction, \"this is a defect\"";
    private static final String INSPECT_CORRECTED = "inspection after 29 corrections";

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public String title() {
        return "Corrections";
    }

    @Override
    public String run() {
        try (Detector detector = train()) {
            RgbImage part = scratched(1000);
            Detector afterTen = corrected(detector, 0, 10);
            Detector after29 = corrected(afterTen, 10, 29);
            Race.Medians medians = new Race()
                    .with(INSPECT, () -> detector.inspect(part))
                    .with(NORMAL, () -> detector.withNormal("part", part))
                    .with(DEFECT, () -> detector.withDefect("part", part))
                    .with(ELEVENTH_NORMAL, () -> afterTen.withNormal("part", part))
                    .with(ELEVENTH_DEFECT, () -> afterTen.withDefect("part", part))
                    .with(THIRTIETH_NORMAL, () -> after29.withNormal("part", part))
                    .with(THIRTIETH_DEFECT, () -> after29.withDefect("part", part))
                    .with(INSPECT_CORRECTED, () -> after29.inspect(part))
                    .run();
            StringBuilder rows = new StringBuilder();
            medians.seconds()
                    .forEach((what, time) -> rows.append(
                            "| %s | %.1f | %.2f |%n".formatted(what, time * 1e3, time / medians.of(INSPECT))));
            return """
                    `patch-lof` on `%s` at 256x256, %d good pictures, banks of %d rows; pictures are in memory already. A
                    correction looks at the picture as an inspection does, then brings banks, densities, scores and
                    threshold up to date.

                    | | milliseconds | inspections |
                    | --- | ---: | ---: |
                    %s""".formatted(Encoders.defaultId(), GOOD_PICTURES, detector.bankRows(), rows);
        }
    }

    /** Told of pictures of these seeds by turns that they are normal or defective. */
    private static Detector corrected(Detector detector, int fromSeed, int toSeed) {
        Detector told = detector;
        for (int seed = fromSeed; seed < toSeed; seed++) {
            RgbImage other = scratched(seed);
            told = seed % 2 == 0 ? told.withNormal("normal " + seed, other) : told.withDefect("defect " + seed, other);
        }
        return told;
    }

    private static RgbImage scratched(int seed) {
        return Samples.defective(Product.BRACKET, DefectKind.SCRATCH, seed).image();
    }

    private static Detector train() {
        PatchEncoderRequest request = new PatchEncoderRequest(Encoders.defaultId(), List.of(), InputSize.square(256));
        TrainingSettings settings = new TrainingSettings("patch-lof", request, MethodSettings.defaults(), 0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int seed = 0; seed < GOOD_PICTURES; seed++) {
                training.add("good " + seed, Samples.good(Product.BRACKET, seed));
            }
            return training.finish(Progress.SILENT);
        }
    }
}
