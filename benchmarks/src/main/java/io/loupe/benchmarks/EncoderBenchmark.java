package io.loupe.benchmarks;

import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoder;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.encoder.Tap;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.image.RgbImage;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a network costs by how much of it is wanted, by threads and by batch: the built-in one, and {@code
 * mobilenet-v2-imagenet} where the test data has it.
 */
final class EncoderBenchmark implements Benchmark {
    private static final List<String> NETWORKS = List.of("coco-mobilenet-v3", "mobilenet-v2-imagenet");
    private static final List<Integer> SIDES = List.of(256, 512);
    private static final int DEEPEST_STRIDE_FOR_INSPECTION = 16;
    private static final List<Way> WAYS = List.of(new Way(1, 1), new Way(1, 8), new Way(2, 1), new Way(2, 8));

    /** How a network is run. */
    private record Way(int threads, int batch) {
        EncoderSettings settings() {
            return BenchEncoder.settings().withThreads(threads).withBatch(batch);
        }
    }

    @Override
    public String name() {
        return "encoders";
    }

    @Override
    public String title() {
        return "Encoders";
    }

    @Override
    public String run() {
        StringBuilder rows = new StringBuilder();
        StringBuilder starts = new StringBuilder();
        for (EncoderInfo network : networks()) {
            for (int side : SIDES) {
                extents(network)
                        .forEach((extent, taps) -> rows.append("| `%s` | %s | %d | %s |%n"
                                .formatted(
                                        network.id(),
                                        extent,
                                        side,
                                        times(new PatchEncoderRequest(network.id(), taps, InputSize.square(side))))));
                rows.append(
                        "| `%s` | everything | %d | %s |%n".formatted(network.id(), side, timesUncut(network, side)));
            }
            starts.append(start(network));
        }
        return """
                Milliseconds for each picture. What no wanted output needs is cut from the network, and the features are in
                Java's memory, patch by patch, at the end; "everything" is the bare network, uncut, with embedding and
                detections, whose outputs stay where ONNX Runtime puts them.

                | network | outputs | side, px | 1 thread | 1 thread, 8 at once | 2 threads | 2 threads, 8 at once |
                | --- | --- | ---: | ---: | ---: | ---: | ---: |
                %s
                From nothing to the default taps of a first picture of 256 x 256: in a program that runs, and in a Java
                process from its start to its end.

                | network | opened, ms | process, ms |
                | --- | ---: | ---: |
                %s""".formatted(rows, starts);
    }

    private static List<EncoderInfo> networks() {
        return Encoders.with(BenchEncoder.settings()).list().stream()
                .filter(encoder -> NETWORKS.contains(encoder.id()))
                .toList();
    }

    private static Map<String, List<String>> extents(EncoderInfo network) {
        Map<String, List<String>> taps = new LinkedHashMap<>();
        taps.put("default taps", network.defaultTaps());
        taps.put(
                "taps up to stride 16",
                network.taps().stream()
                        .filter(tap -> tap.stride() <= DEEPEST_STRIDE_FOR_INSPECTION)
                        .map(Tap::name)
                        .toList());
        taps.put("all taps", network.taps().stream().map(Tap::name).toList());
        return taps;
    }

    private static String times(PatchEncoderRequest request) {
        RgbImage picture = part(request.inputSize().height());
        List<PatchEncoder> encoders = WAYS.stream()
                .map(way -> Encoders.with(way.settings()).openPatchEncoder(request))
                .toList();
        try {
            Race race = new Race();
            for (Way way : WAYS) {
                List<RgbImage> pictures = Collections.nCopies(way.batch(), picture);
                PatchEncoder encoder = encoders.get(WAYS.indexOf(way));
                race.with(way.toString(), () -> encoder.encodeAll(pictures));
            }
            return cells(race.run());
        } finally {
            encoders.forEach(PatchEncoder::close);
        }
    }

    private static String timesUncut(EncoderInfo network, int side) {
        byte[] model = networkFile(network);
        List<UncutNetwork> networks = WAYS.stream()
                .map(way -> UncutNetwork.open(model, way.threads(), way.batch(), side))
                .toList();
        try {
            Race race = new Race();
            for (Way way : WAYS) {
                race.with(way.toString(), networks.get(WAYS.indexOf(way))::run);
            }
            return cells(race.run());
        } finally {
            networks.forEach(UncutNetwork::close);
        }
    }

    private static byte[] networkFile(EncoderInfo network) {
        PatchEncoderRequest request =
                new PatchEncoderRequest(network.id(), List.of(), InputSize.square(SIDES.getFirst()));
        try (PatchEncoder encoder = Encoders.with(BenchEncoder.settings()).openPatchEncoder(request)) {
            return encoder.files().entrySet().stream()
                    .filter(file -> file.getKey().endsWith(".onnx"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String cells(Race.Medians medians) {
        return WAYS.stream()
                .map(way -> "%.1f".formatted(medians.of(way.toString()) * 1e3 / way.batch()))
                .collect(Collectors.joining(" | "));
    }

    private static String start(EncoderInfo network) {
        Race.Medians medians = new Race()
                .with("opened", () -> EncoderProbe.encodeFirst(network.id()))
                .with("process", () -> JavaProcess.run(EncoderProbe.class, network.id()))
                .run();
        return "| `%s` | %.0f | %.0f |%n"
                .formatted(network.id(), medians.of("opened") * 1e3, medians.of("process") * 1e3);
    }

    static RgbImage part(int side) {
        return Resampler.resize(Samples.good(Product.BRACKET, 1), side, side, Resampling.BILINEAR);
    }
}
