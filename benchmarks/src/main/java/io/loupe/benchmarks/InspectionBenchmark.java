package io.loupe.benchmarks;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.samples.DefectKind;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an inspection costs beside the parts it cannot do without: decoding the file, the encoder, and one matrix product
 * of the size of its search. The aim is at most 1.2 times their sum.
 */
final class InspectionBenchmark implements Benchmark {
    private static final int GOOD_PICTURES = 40;
    private static final String CHAIN = "file to verdict";
    private static final String DECODE = "decode alone";
    private static final String ENCODE = "encoder alone";
    private static final String PRODUCT = "bare product alone";

    @Override
    public String name() {
        return "inspection";
    }

    @Override
    public String title() {
        return "Inspection";
    }

    @Override
    public String run() {
        EncoderSettings encoders = BenchEncoder.settings();
        PatchEncoderRequest request = BenchEncoder.request();
        try (Detector detector = train(request, encoders);
                PatchEncoder encoder = Encoders.with(encoders).openPatchEncoder(request)) {
            return measure(detector, encoder);
        }
    }

    private static Detector train(PatchEncoderRequest request, EncoderSettings encoders) {
        TrainingSettings settings = new TrainingSettings("patchcore", request, MethodSettings.defaults(), 0.01);
        try (Training training = Training.start(settings, encoders)) {
            for (int seed = 0; seed < GOOD_PICTURES; seed++) {
                training.add("good " + seed, Samples.good(Product.BRACKET, seed));
            }
            return training.finish(Progress.SILENT);
        }
    }

    private static String measure(Detector detector, PatchEncoder encoder) {
        Path file = defectivePart();
        RgbImage prepared = encoder.prepare(ImageFiles.read(file));
        int patches = encoder.encode(prepared).getFirst().patchCount();
        int dimension = encoder.taps().stream().mapToInt(Tap::channels).sum();
        Race.Medians medians;
        try (MatrixProduct product = new MatrixProduct(
                RandomRows.normal(patches, dimension, 1), RandomRows.normal(detector.bankRows(), dimension, 2))) {
            medians = new Race()
                    .with(CHAIN, () -> detector.inspect(ImageFiles.read(file)))
                    .with(DECODE, () -> ImageFiles.read(file))
                    .with(ENCODE, () -> encoder.encode(prepared))
                    .with(PRODUCT, product::run)
                    .run();
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double sum = medians.of(DECODE) + medians.of(ENCODE) + medians.of(PRODUCT);
        StringBuilder rows = new StringBuilder();
        medians.seconds()
                .forEach((part, time) -> rows.append("| %s | %.2f | %.2f |%n".formatted(part, time * 1e3, time / sum)));
        return """
                `patchcore` on `%s` at %s: %d patches of %d values against a bank of %d rows; a JPEG of 256 x 256.
                The whole chain takes **%.2f** times the sum of its three parts.

                | | milliseconds | of the sum of the parts |
                | --- | ---: | ---: |
                %s""".formatted(
                        encoder.info().id(),
                        encoder.inputSize(),
                        patches,
                        dimension,
                        detector.bankRows(),
                        medians.of(CHAIN) / sum,
                        rows);
    }

    private static Path defectivePart() {
        RgbImage part =
                Samples.defective(Product.BRACKET, DefectKind.SCRATCH, 1000).image();
        try {
            return Files.write(Files.createTempFile("part", ".jpg"), ImageEncoding.jpeg(part, 0.9f));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
