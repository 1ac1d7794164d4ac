package io.loupe.server;

import io.loupe.images.ImageEncoding;
import io.loupe.server.inspection.Parts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Many callers of a server that is about to be killed, who remember what it said that it did. */
final class KillLoad {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int PICTURES_OF_AN_IMPORT = 150;
    private static final int PICTURES_OF_AN_INSPECTION = 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger numbers = new AtomicInteger();

    /** Of each picture that was stored, its hash. */
    final Map<String, String> stored = new ConcurrentSkipListMap<>();

    final Map<String, Set<String>> tagged = new ConcurrentHashMap<>();
    final Set<String> trashed = ConcurrentHashMap.newKeySet();

    /** Of each import that was begun, the hashes of its pictures. */
    final Map<String, List<String>> imports = new ConcurrentHashMap<>();

    /** Of each training that was begun, the path of its project. */
    final Map<String, String> trainings = new ConcurrentHashMap<>();

    final AtomicInteger searches = new AtomicInteger();

    /** What each verdict that was answered said, by its sequence. */
    final Map<Long, String> verdicts = new ConcurrentSkipListMap<>();

    /** Of each inspection of a ZIP that was begun, how many pictures it has. */
    final Map<String, Integer> inspections = new ConcurrentHashMap<>();

    /** Where parts are inspected. */
    volatile String project = "";

    /** A server, and the key that opens it. */
    record Server(URI address, String key) {}

    /** What a caller does again and again, until the server is gone. */
    private interface Call {
        void once(Server server) throws IOException, InterruptedException;
    }

    /** Sets all callers to work; they end with the server. */
    List<Thread> start(Server server) {
        List<Thread> callers = new ArrayList<>();
        for (Call call : List.<Call>of(
                this::upload,
                this::upload,
                this::upload,
                this::tag,
                this::trash,
                this::search,
                this::inspect,
                this::inspect,
                this::train)) {
            callers.add(Thread.ofVirtual().start(() -> repeat(call, server)));
        }
        callers.add(Thread.ofVirtual().start(() -> {
            try {
                importZip(server);
                inspectZip(server);
            } catch (IOException | InterruptedException _) {
                // Killed meanwhile.
            }
        }));
        return callers;
    }

    private static void repeat(Call call, Server server) {
        try {
            while (true) {
                call.once(server);
            }
        } catch (IOException | InterruptedException _) {
            // The server is gone; what it did not say any more may have happened or not.
        }
    }

    private void upload(Server server) throws IOException, InterruptedException {
        byte[] png = TestPictures.png(numbers.incrementAndGet());
        JsonNode item = post(server, "/api/images", new Form().file("files", "a.png", png))
                .path("items")
                .path(0);
        if (item.path("status").asString("").equals("stored")) {
            stored.put(item.path("image_id").asString(), sha256(png));
        }
    }

    private void tag(Server server) throws IOException, InterruptedException {
        String id = any();
        String tag = "tag " + numbers.incrementAndGet();
        JsonNode answer = post(server, "/api/images/tags", Map.of("image_ids", List.of(id), "add", List.of(tag)));
        if (answer.path("changed").asInt(0) == 1) {
            tagged.computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet()).add(tag);
        }
    }

    private void trash(Server server) throws IOException, InterruptedException {
        Thread.sleep(100); // most pictures stay
        String id = any();
        if (post(server, "/api/images/trash", Map.of("image_ids", List.of(id)))
                        .path("changed")
                        .asInt(0)
                == 1) {
            trashed.add(id);
        }
    }

    private void search(Server server) throws IOException, InterruptedException {
        JsonNode answer = post(server, "/api/search/similar", Map.of("image_id", any(), "limit", 5));
        searches.addAndGet(answer.has("hits") ? 1 : 0);
        Thread.sleep(20); // leaves the others something
    }

    private void train(Server server) throws IOException, InterruptedException {
        String name = "product " + numbers.incrementAndGet();
        String project = "/api/projects/"
                + post(server, "/api/projects", Map.of("name", name))
                        .path("project_id")
                        .asString("");
        Form parts = new Form();
        for (int i = 0; i < 3; i++) {
            parts.file("files", i + ".png", ImageEncoding.png(TestPictures.part(numbers.incrementAndGet())));
        }
        post(server, project + "/images", parts);
        JsonNode job =
                post(server, project + "/train", Map.of("encoder", "filter-bank", "size", 32, "blind_spot_trials", 3));
        if (job.has("job_id")) {
            trainings.put(job.path("job_id").asString(), project);
        }
        Thread.sleep(1_000); // leaves the others something
    }

    private void importZip(Server server) throws IOException, InterruptedException {
        List<String> hashes = new ArrayList<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < PICTURES_OF_AN_IMPORT; i++) {
                byte[] png = TestPictures.png(numbers.incrementAndGet());
                zip.putNextEntry(new ZipEntry(i + ".png"));
                zip.write(png);
                hashes.add(sha256(png));
            }
        }
        JsonNode job = post(server, "/api/imports/zip", new Form().file("file", "a.zip", bytes.toByteArray()));
        if (job.has("job_id")) {
            imports.put(job.path("job_id").asString(), hashes);
        }
    }

    private void inspect(Server server) throws IOException, InterruptedException {
        int number = numbers.incrementAndGet();
        Form form = new Form()
                .file("files", number + "-good.png", Parts.goodPng(number))
                .file("files", number + "-bad.png", Parts.scratchedPng(number));
        for (JsonNode item : post(server, project + "/inspect", form).path("items")) {
            if (item.path("sequence").isNumber()) {
                verdicts.put(item.path("sequence").asLong(), said(item));
            }
        }
    }

    /** What of a verdict must be the same for good. */
    static String said(JsonNode item) {
        return "%s %s %s"
                .formatted(
                        item.path("filename").asString(),
                        item.path("verdict").asString(),
                        item.path("score").asString());
    }

    private void inspectZip(Server server) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < PICTURES_OF_AN_INSPECTION; i++) {
                zip.putNextEntry(new ZipEntry(i + ".png"));
                zip.write(Parts.goodPng(numbers.incrementAndGet()));
            }
        }
        JsonNode job = post(server, project + "/inspect/zip", new Form().file("file", "a.zip", bytes.toByteArray()));
        if (job.has("job_id")) {
            inspections.put(job.path("job_id").asString(), PICTURES_OF_AN_INSPECTION);
        }
    }

    /** One of the stored pictures; waits for the first. */
    private String any() throws InterruptedException {
        while (stored.isEmpty()) {
            Thread.sleep(10);
        }
        List<String> ids = List.copyOf(stored.keySet());
        return ids.get(numbers.get() % ids.size());
    }

    JsonNode post(Server server, String path, Object body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path))
                .header("X-API-Key", server.key())
                .header("Content-Type", body instanceof Form ? Form.contentType() : "application/json");
        HttpResponse<String> response = http.send(
                request.POST(
                                body instanceof Form form
                                        ? BodyPublishers.ofByteArray(form.bytes())
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
        return response.statusCode() < 300 ? JSON.readTree(response.body()) : JSON.createObjectNode();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
