package io.loupe.benchmarks;

import io.loupe.cli.evaluation.ResidentMemory;
import io.loupe.samples.DefectKind;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.progress.Progress;
import java.util.List;

/**
 * The process that {@link MemoryBenchmark} watches: trains, inspects many times, and prints what it held, one
 * {@code name=megabytes} a line.
 */
final class MemoryProbe {
    /** Warm-up: buffers grown, code compiled. */
    private static final int SETTLED_AFTER = 500;

    private MemoryProbe() {}

    public static void main(String[] arguments) {
        int pictures = Integer.parseInt(arguments[0]);
        int inspections = Integer.parseInt(arguments[1]);
        PatchEncoderRequest request = BenchEncoder.request();
        try (Detector detector = train(pictures, request, BenchEncoder.settings())) {
            System.out.println("bank=" + detector.bankRows());
            System.out.println("training=" + ResidentMemory.peakMegabytes());
            List<RgbImage> parts = List.of(
                    Samples.good(Product.BRACKET, 100_000),
                    Samples.defective(Product.BRACKET, DefectKind.STAIN, 100_001)
                            .image());
            for (int i = 1; i <= inspections; i++) {
                detector.inspect(parts.get(i % parts.size()));
                if (i == SETTLED_AFTER) {
                    System.out.println("settled=" + ResidentMemory.currentMegabytes());
                }
            }
            System.out.println("after=" + ResidentMemory.currentMegabytes());
        }
    }

    private static Detector train(int pictures, PatchEncoderRequest request, EncoderSettings encoders) {
        TrainingSettings settings = new TrainingSettings(
                "patchcore", request, MethodSettings.defaults().withBank(new BankSize.Ratio(0.1)), 0.01);
        try (Training training = Training.start(settings, encoders)) {
            for (int seed = 0; seed < pictures; seed++) {
                training.add("good " + seed, Samples.good(Product.BRACKET, seed));
            }
            return training.finish(Progress.SILENT);
        }
    }
}
