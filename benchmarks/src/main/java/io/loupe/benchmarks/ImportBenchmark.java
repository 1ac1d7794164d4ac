package io.loupe.benchmarks;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.samples.Product;
import io.loupe.samples.Samples;
import io.loupe.server.LoupeServer;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.file.FolderTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;

/** How many pictures a second a server takes in over HTTP, beside looking at them in the same way without one. */
final class ImportBenchmark implements Benchmark {
    private static final int FILES_IN_A_REQUEST = 20;
    private static final int CLIENTS = 3;
    private static final int PARTS = 6;
    private static final int WARM_UP = 60;
    private static final String EMAIL = "bench@example.org";
    private static final String PASSWORD = "nobody else's password";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String title() {
        return "Import";
    }

    @Override
    public String run() {
        Path photographs =
                Path.of(Objects.requireNonNullElse(System.getenv("LOUPE_TEST_DATA"), "shared"), "data/natural");
        if (!Files.isDirectory(photographs)) {
            return "Not measured: set LOUPE_TEST_DATA to the folder that holds data/natural.";
        }
        Path data = ServerProcess.createDataFolder();
        try (LoupeServer server = LoupeServer.start(settings(data));
                ServerClient client = ServerClient.signedIn(server.address(), EMAIL, PASSWORD);
                PictureChain chain = new PictureChain()) {
            return measure(client, chain, ImageFiles.listRecursively(photographs));
        } finally {
            FolderTree.delete(data);
        }
    }

    private static Settings settings(Path data) {
        return Settings.read(
                data,
                Map.of(
                        "LOUPE_PORT",
                        "0",
                        "LOUPE_ADMIN_EMAIL",
                        EMAIL,
                        "LOUPE_ADMIN_PASSWORD",
                        PASSWORD,
                        "LOUPE_SESSIONS_ACCESS_MINUTES",
                        "600"),
                Map.of());
    }

    /** By turns, a part of the pictures each, so that whatever else the machine does slows both. */
    private static String measure(ServerClient client, PictureChain chain, List<Path> pictures) {
        warmUp(client);
        chain.look(pictures.subList(0, WARM_UP));
        double chainSeconds = 0;
        double serverSeconds = 0;
        for (int part = 0; part < PARTS; part++) {
            List<Path> some = pictures.subList(part * pictures.size() / PARTS, (part + 1) * pictures.size() / PARTS);
            chainSeconds += seconds(() -> chain.look(some));
            serverSeconds += seconds(() -> upload(client, some));
        }
        double ratio = chainSeconds / serverSeconds;
        return """
                %,d photographs, most of 300 x 200 pixels, %s. %d clients in the same process send %d
                files a request over loopback; the server hashes, decodes, measures, embeds and detects, keeps original and
                thumbnail on disk for good, adds row, vector and change, and answers when a search finds them. In process,
                the same is read, decoded, measured, embedded, detected and made small by as many threads as there are
                cores, and nothing is kept. The server takes in **%.2f** of what the chain alone manages. One turn, in %d
                parts by turns.

                | | pictures/s |
                | --- | ---: |
                | in process | %.1f |
                | over HTTP | %.1f |
                """.formatted(
                        pictures.size(),
                        chain.describe(),
                        CLIENTS,
                        FILES_IN_A_REQUEST,
                        ratio,
                        PARTS,
                        pictures.size() / chainSeconds,
                        pictures.size() / serverSeconds);
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void warmUp(ServerClient client) {
        List<UploadedFile> made = IntStream.range(0, WARM_UP)
                .mapToObj(seed -> UploadedFile.of(
                        "%d.png".formatted(seed), ImageEncoding.png(Samples.good(Product.BRACKET, seed))))
                .toList();
        client.upload("/api/images", made, List.of());
    }

    private static void upload(ServerClient client, List<Path> pictures) {
        long stored = pictures.stream()
                .gather(Gatherers.windowFixed(FILES_IN_A_REQUEST))
                .gather(Gatherers.mapConcurrent(
                        CLIENTS,
                        some -> client.upload(
                                        "/api/images",
                                        some.stream()
                                                .map(file -> UploadedFile.of(
                                                        file.getFileName().toString(), file))
                                                .toList(),
                                        List.of())
                                .path("items")
                                .size()))
                .mapToLong(Integer::longValue)
                .sum();
        if (stored != pictures.size()) {
            throw new IllegalStateException("%d of %d pictures were answered".formatted(stored, pictures.size()));
        }
    }
}
