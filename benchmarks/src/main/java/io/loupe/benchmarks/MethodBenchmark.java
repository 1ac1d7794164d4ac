package io.loupe.benchmarks;

import io.loupe.samples.DefectKind;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.Detector;
import io.loupe.vision.StageTimes;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.progress.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What {@code patch-lof} costs beside the encoder, and beside {@code patchcore} with its published coreset. The aim is a
 * search no longer than the encoder with the default network, and three times as long with {@code mobilenet-v2-imagenet}.
 */
final class MethodBenchmark implements Benchmark {
    private static final int GOOD_PICTURES = 60;
    private static final int PICTURES = 12;
    private static final int WARM_UP_ROUNDS = 10;
    private static final int ROUNDS = 10;
    private static final int[] SIDES = {256, 448};

    @Override
    public String name() {
        return "methods";
    }

    @Override
    public String title() {
        return "Methods";
    }

    @Override
    public String run() {
        Set<String> encoders = new LinkedHashSet<>(
                List.of(Encoders.defaultId(), BenchEncoder.request().id()));
        StringBuilder rows = new StringBuilder();
        for (String encoder : encoders) {
            for (int side : SIDES) {
                rows.append(rows(new PatchEncoderRequest(encoder, List.of(), InputSize.square(side))));
            }
        }
        return """
                One picture of a made part, of which %d good ones were learned: what the encoder takes, and what the method takes
                from there to the scores. Medians of %d pictures in turns; `patchcore` keeps a tenth of all patches.

                | encoder | side, px | method | taps | bank rows | encoder, ms | scores, ms | scores / encoder |
                | --- | ---: | --- | --- | ---: | ---: | ---: | ---: |
                %s""".formatted(GOOD_PICTURES, PICTURES * ROUNDS, rows);
    }

    private static String rows(PatchEncoderRequest request) {
        try (Detector lof = train("patch-lof", request, MethodSettings.defaults());
                Detector core =
                        train("patchcore", request, MethodSettings.defaults().withBank(new BankSize.Ratio(0.1)))) {
            List<Timed> contenders = List.of(new Timed("patch-lof", lof), new Timed("patchcore", core));
            List<RgbImage> parts = IntStream.range(0, PICTURES)
                    .mapToObj(seed -> Samples.defective(Product.REGULATOR, DefectKind.SCRATCH, 1000 + seed)
                            .image())
                    .toList();
            for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
                for (RgbImage part : parts) {
                    for (Timed contender : contenders) {
                        StageTimes times = contender.detector().inspect(part).times();
                        if (round >= WARM_UP_ROUNDS) {
                            contender.times().add(times);
                        }
                    }
                }
            }
            return String.join(
                    "",
                    contenders.stream().map(contender -> contender.row(request)).toList());
        }
    }

    private static Detector train(String method, PatchEncoderRequest request, MethodSettings methodSettings) {
        TrainingSettings settings = new TrainingSettings(method, request, methodSettings, 0.01);
        try (Training training = Training.start(settings, BenchEncoder.settings())) {
            for (int seed = 0; seed < GOOD_PICTURES; seed++) {
                training.add("good " + seed, Samples.good(Product.REGULATOR, seed));
            }
            return training.finish(Progress.SILENT);
        }
    }

    private record Timed(String method, Detector detector, List<StageTimes> times) {
        Timed(String method, Detector detector) {
            this(method, detector, new ArrayList<>());
        }

        String row(PatchEncoderRequest request) {
            double encoder = median(StageTimes::encode);
            double scores = median(StageTimes::score);
            return "| %s | %d | %s | %s | %d | %.1f | %.1f | %.2f |%n"
                    .formatted(
                            request.id(),
                            request.inputSize().width(),
                            method,
                            String.join(", ", detector.taps()),
                            detector.bankRows(),
                            encoder,
                            scores,
                            scores / encoder);
        }

        private double median(Function<StageTimes, Duration> stage) {
            return times.stream()
                            .mapToLong(time -> stage.apply(time).toNanos())
                            .sorted()
                            .skip(times.size() / 2)
                            .findFirst()
                            .orElseThrow()
                    / 1e6;
        }
    }
}
