package io.loupe.benchmarks;

import io.loupe.benchmarks.SearchLoad.Served;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.images.ImageLimits;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.vision.Detector;
import io.loupe.vision.Training;
import io.loupe.vision.TrainingSettings;
import io.loupe.vision.encoder.EncoderSettings;
import io.loupe.vision.encoder.Encoders;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchEncoderRequest;
import io.loupe.vision.image.Resampler;
import io.loupe.vision.image.Resampling;
import io.loupe.vision.method.MethodSettings;
import io.loupe.vision.method.MethodSettings.BankSize;
import io.loupe.vision.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * What a server adds to an inspection, beside the same one in process: on one picture at a time the aim is at most 1.15 times
 * as long, with eight clients at least 0.9 of the pictures a second; a model of 10,000 rows opens within 300 ms, and a page
 * of a million verdicts comes within 50 ms, whatever the filter.
 */
final class JudgingBenchmark implements Benchmark {
    private static final int GOOD_PICTURES = 40;
    private static final int BANK_ROWS = 10_000;
    private static final int SIDE = 1024;
    private static final int PICTURES = 16;
    private static final int CLIENTS = 8;
    private static final int VERDICTS = 1_000_000;
    private static final Duration WARM_UP = Duration.ofMinutes(2);
    private static final int TURNS = 4;
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final EncoderSettings ONE_THREAD = EncoderSettings.defaults().withThreads(1);

    /** What a page is asked for by. */
    private static final Map<String, String> FILTERS = Map.of(
            "no filter", "",
            "verdict", "&verdict=FAIL",
            "version", "&version=0.1",
            "time", "&to=2026-01-02T00:00:00Z",
            "file name", "&filename=part%20777777",
            "verdict and time", "&verdict=FAIL&from=2026-01-02T00:00:00Z");

    @Override
    public String name() {
        return "judging";
    }

    @Override
    public String title() {
        return "Judging over HTTP";
    }

    @Override
    public String run() {
        List<byte[]> pictures =
                IntStream.range(0, PICTURES).mapToObj(JudgingBenchmark::picture).toList();
        Path model = train();
        try (SearchServer server = SearchServer.start(512);
                ServerClient client = ServerClient.withKey(server.address(), server.key());
                LoadClient load = new LoadClient(server.address());
                Detector detector = Detector.load(model, ONE_THREAD)) {
            String project = project(client, model);
            List<byte[]> requests = pictures.stream()
                    .map(picture -> LoadConnection.upload(project + "/inspect", server.key(), "part.png", picture))
                    .toList();
            IntConsumer overHttp = number -> requireVerdict(load.send(requests.get(number)));
            IntConsumer inProcess = number -> inspect(detector, pictures.get(number));

            SearchLoad.run(CLIENTS, WARM_UP, PICTURES, overHttp);
            Race.Medians one = new Race()
                    .with("in process", () -> IntStream.range(0, PICTURES).forEach(inProcess))
                    .with("over HTTP", () -> IntStream.range(0, PICTURES).forEach(overHttp))
                    .with("open", () -> Detector.load(model, ONE_THREAD).close())
                    .run();
            Served http = SearchLoad.run(CLIENTS, TURN, PICTURES, overHttp);
            Served alone = SearchLoad.run(CLIENTS, TURN, PICTURES, inProcess);
            for (int turn = 1; turn < TURNS; turn++) {
                http = http.and(SearchLoad.run(CLIENTS, TURN, PICTURES, overHttp));
                alone = alone.and(SearchLoad.run(CLIENTS, TURN, PICTURES, inProcess));
            }
            String pages = pages(server, client, project);
            return """
                    Pictures of %d x %d as PNG files, `patchcore` on `%s` with %,d rows, each picture on one thread. One at a
                    time, a verdict over HTTP takes **%.2f** times as long as in process; with %d clients, which share the
                    server's cores, after two minutes of the same, the server gives **%.2f** of the verdicts that as many threads
                    in process do (%d turns of %d s each). The clients write requests made beforehand, so as to take little of the
                    cores. Over HTTP the picture and its verdict are kept on disk before the answer. Opening the model takes
                    **%.0f ms**.

                    | | one at a time, ms | %d at a time: verdicts/s | median ms | slowest ms |
                    | --- | ---: | ---: | ---: | ---: |
                    | in process | %.1f | %.1f | %.1f | %.1f |
                    | over HTTP | %.1f | %.1f | %.1f | %.1f |

                    The first 50 of %,d verdicts over HTTP, median of five:

                    | by | ms |
                    | --- | ---: |
                    %s""".formatted(
                            SIDE,
                            SIDE,
                            Encoders.defaultId(),
                            detector.bankRows(),
                            one.of("over HTTP") / one.of("in process"),
                            CLIENTS,
                            http.queriesPerSecond() / alone.queriesPerSecond(),
                            TURNS,
                            TURN.toSeconds(),
                            1e3 * one.of("open"),
                            CLIENTS,
                            1e3 * one.of("in process") / PICTURES,
                            alone.queriesPerSecond(),
                            alone.medianMilliseconds(),
                            alone.slowestMilliseconds(),
                            1e3 * one.of("over HTTP") / PICTURES,
                            http.queriesPerSecond(),
                            http.medianMilliseconds(),
                            http.slowestMilliseconds(),
                            VERDICTS,
                            pages);
        } finally {
            remove(model);
        }
    }

    private static byte[] picture(int seed) {
        return ImageEncoding.png(
                Resampler.resize(Samples.good(Product.BRACKET, 1000 + seed), SIDE, SIDE, Resampling.BICUBIC));
    }

    private static Path train() {
        MethodSettings usual = MethodSettings.defaults();
        TrainingSettings settings = new TrainingSettings(
                "patchcore",
                new PatchEncoderRequest(Encoders.defaultId(), List.of(), InputSize.square(256)),
                new MethodSettings(
                        new BankSize.Rows(BANK_ROWS),
                        usual.neighbours(),
                        usual.reweighting(),
                        usual.rotations(),
                        usual.foregroundMask(),
                        usual.seed()),
                0.01);
        try (Training training = Training.start(settings, EncoderSettings.defaults())) {
            for (int seed = 0; seed < GOOD_PICTURES; seed++) {
                training.add("good " + seed, Samples.good(Product.BRACKET, seed));
            }
            try (Detector detector = training.finish(Progress.SILENT)) {
                Path file = Files.createTempFile("loupe-bench-", ".loupe");
                detector.save(file);
                return file;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A project that judges by the model. */
    private static String project(ServerClient client, Path model) {
        String project = "/api/projects/"
                + client.post("/api/projects", Map.of("name", "brackets"))
                        .path("project_id")
                        .asText();
        String version = client.upload(project + "/versions", UploadedFile.of("brackets.loupe", model), List.of())
                .path("version_id")
                .asText();
        client.post("%s/versions/%s/activate".formatted(project, version), Map.of());
        return project;
    }

    private static void inspect(Detector detector, byte[] picture) {
        detector.inspect(ImageFiles.read("part.png", picture, ImageLimits.DEFAULT));
    }

    private static void requireVerdict(String answer) {
        if (!answer.contains("\"error\":null")) {
            throw new IllegalStateException("No verdict: " + answer);
        }
    }

    private static String pages(SearchServer server, ServerClient client, String project) {
        fill(server, client, project);
        Race race = new Race();
        FILTERS.keySet().stream()
                .sorted()
                .forEach(filter -> race.with(
                        filter, () -> client.get("%s/history?limit=50%s".formatted(project, FILTERS.get(filter)))));
        StringBuilder rows = new StringBuilder();
        race.run().seconds().forEach((filter, time) -> rows.append("| %s | %.1f |%n".formatted(filter, time * 1e3)));
        return rows.toString();
    }

    /** A verdict a second, one of fifty a FAIL, with a map as long as real ones have. */
    private static void fill(SearchServer server, ServerClient client, String project) {
        String id = project.substring(project.lastIndexOf('/') + 1);
        long last = client.get(project + "/history?limit=1")
                .path("items")
                .path(0)
                .path("sequence")
                .asLong();
        try (Connection connection = server.database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO verdict
                    SELECT '%s', '%s', %d + n, timestamptz '2026-01-01' + n * interval '1 second', NULL, 'part ' || n,
                        repeat('0', 64), 'image/png', 1, 1, CASE WHEN n %% 50 = 0 THEN 'FAIL' ELSE 'PASS' END, n, 1, 2,
                        gen_random_uuid(), CASE WHEN n < 2000 THEN '0.1' ELSE '0.2' END, 0, NULL, 'made',
                        '{"p_value":1,"anomalous_share":0,"regions":[],"timings":{"read_ms":1,"prepare_ms":1,'
                            '"encode_ms":1,"score_ms":1,"map_ms":1,"total_ms":5}}',
                        decode(repeat('00', 1064), 'hex'), sha256('a'), sha256('b')
                    FROM generate_series(1, %d) n""".formatted(server.tenant(), id, last, VERDICTS));
            statement.execute("ANALYZE verdict");
        } catch (SQLException e) {
            throw new IllegalStateException("The verdicts could not be written", e);
        }
    }

    private static void remove(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
