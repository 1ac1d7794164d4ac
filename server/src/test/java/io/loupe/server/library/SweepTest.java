package io.loupe.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a crash leaves goes, what is used stays, also while the same bytes come again. */
final class SweepTest {
    private final Api owner = Api.ofNewTenant();
    private final TenantId tenant = TenantId.parse(owner.get("/api/auth/me").text("tenant_id"));
    private final ObjectStore objects = TestServer.bean(ObjectStore.class);
    private final ObjectSweep sweep = TestServer.bean(ObjectSweep.class);

    /** As after a crash between keeping the bytes and adding the row. */
    private ObjectKey keepWithoutRow(byte[] bytes) {
        return objects.put(tenant, new ByteArrayInputStream(bytes), bytes.length)
                .key();
    }

    private void makeOld(ObjectKey key) throws IOException {
        Path file = objects.find(tenant, key).orElseThrow();
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    }

    private JsonNode upload(byte[] bytes) {
        return owner.post("/api/images", new Form().file("files", "a.png", bytes))
                .body()
                .path("items")
                .path(0);
    }

    private List<ObjectKey> objectsOf(JsonNode item) {
        Image image = TestServer.bean(Images.class)
                .get(tenant, ImageId.of(item.path("image_id").asString()).value());
        return List.of(new ObjectKey(image.sha256()), new ObjectKey(image.thumbnailSha256()));
    }

    @Test
    void whatNobodyUsesGoesOnceItIsOld() throws IOException {
        ObjectKey old = keepWithoutRow(TestPictures.png(300));
        makeOld(old);
        ObjectKey young = keepWithoutRow(TestPictures.png(301));
        sweep.sweep();
        assertThat(objects.find(tenant, old)).isEmpty();
        assertThat(objects.find(tenant, young)).as("its row may still come").isPresent();
    }

    @Test
    void whatAPictureUsesStaysHoweverOld() throws IOException {
        JsonNode item = upload(TestPictures.png(302));
        owner.post(
                "/api/images/trash",
                Map.of("image_ids", List.of(item.path("image_id").asString())));
        for (ObjectKey key : objectsOf(item)) {
            makeOld(key);
        }
        sweep.sweep();
        assertThat(objectsOf(item)).allMatch(key -> objects.find(tenant, key).isPresent());
    }

    @Test
    void purgingTakesTheFilesWithItUnlessAnotherPictureHasThem() {
        JsonNode item = upload(TestPictures.png(303));
        List<ObjectKey> keys = objectsOf(item);
        Map<String, Object> ids =
                Map.of("image_ids", List.of(item.path("image_id").asString()));
        owner.post("/api/images/trash", ids);
        assertThat(owner.post("/api/images/purge", ids).body().path("changed").asInt())
                .isEqualTo(1);
        assertThat(keys).allMatch(key -> objects.find(tenant, key).isEmpty());
    }

    @Test
    void aPictureWhoseFileWasLostIsMadeWholeByBringingItAgain() {
        byte[] bytes = TestPictures.png(304);
        JsonNode item = upload(bytes);
        ObjectKey original = objectsOf(item).getFirst();
        objects.remove(tenant, original);
        assertThat(upload(bytes).path("status").asString()).isEqualTo("duplicate");
        assertThat(objects.find(tenant, original)).isPresent();
    }

    @Test
    void bytesThatComeWhileTheyAreSweptAreNotLost() throws Exception {
        for (int round = 0; round < 10; round++) {
            byte[] bytes = TestPictures.png(400 + round);
            ObjectKey key = keepWithoutRow(bytes);
            makeOld(key);
            try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
                Future<JsonNode> uploaded = both.submit(() -> upload(bytes));
                for (int i = 0; i < 20; i++) {
                    sweep.removeUnused(tenant, Set.of(key));
                }
                assertThat(uploaded.get().path("status").asString()).isEqualTo("stored");
            }
            assertThat(objects.find(tenant, key)).isPresent();
        }
    }

    @Test
    void afterATimeTheTrashIsEmptiedByItself() {
        JsonNode item = upload(TestPictures.png(305));
        String path = "/api/images/" + item.path("image_id").asString();
        owner.post(
                "/api/images/trash",
                Map.of("image_ids", List.of(item.path("image_id").asString())));
        Trash trash = TestServer.bean(Trash.class);
        trash.purgeBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(owner.get(path).status()).isEqualTo(200);
        trash.purgeBefore(Instant.now().plus(Duration.ofDays(1)));
        assertThat(owner.get(path).status()).isEqualTo(404);
    }
}
