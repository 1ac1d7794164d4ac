package io.loupe.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageFiles;
import io.loupe.images.ImageFormat;
import io.loupe.images.ImageLimits;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class UploadTest {
    private final Api operator = Api.ofNewTenant();

    private static Form one(String name, byte[] bytes) {
        return new Form().file("files", name, bytes);
    }

    private JsonNode upload(Form form) {
        Answer answer = operator.post("/api/images", form);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("items");
    }

    private String idOf(Form form) {
        return upload(form).path(0).path("image_id").asString();
    }

    private static HttpResponse<byte[]> open(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(TestServer.address().resolve(address))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    /** A PNG with a block of EXIF that says when it was taken, behind its header of 33 bytes. */
    private static byte[] taken(byte[] png, String time) {
        ByteBuffer block = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        block.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        block.putShort((short) 1)
                .putShort((short) 34_665)
                .putShort((short) 4)
                .putInt(1)
                .putInt(26)
                .putInt(0);
        block.putShort((short) 1)
                .putShort((short) 36_867)
                .putShort((short) 2)
                .putInt(20)
                .putInt(44)
                .putInt(0);
        block.put(time.getBytes(StandardCharsets.US_ASCII));
        CRC32 sum = new CRC32();
        sum.update("eXIf".getBytes(StandardCharsets.US_ASCII));
        sum.update(block.array());
        return ByteBuffer.allocate(png.length + block.capacity() + 12)
                .put(png, 0, 33)
                .putInt(block.capacity())
                .put("eXIf".getBytes(StandardCharsets.US_ASCII))
                .put(block.array())
                .putInt((int) sum.getValue())
                .put(png, 33, png.length - 33)
                .array();
    }

    @Test
    void aPictureKnowsWhenTheCameraTookIt() {
        String id = idOf(one("a.png", taken(TestPictures.png(1), "2021:03:04 05:06:07")));
        assertThat(operator.get("/api/images/" + id).text("captured_at")).isEqualTo("2021-03-04T05:06:07Z");
        String other = idOf(one("b.png", TestPictures.png(2)));
        assertThat(operator.get("/api/images/" + other)
                        .body()
                        .path("captured_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void aPictureIsStoredWithWhatCanBeSaidOfIt() throws Exception {
        byte[] bytes = TestPictures.png(7);
        JsonNode item =
                upload(one("Blocks 7.PNG", bytes).text("tags", "made, blocks")).path(0);
        assertThat(item.path("status").asString()).isEqualTo("stored");
        assertThat(item.path("duplicate").asBoolean()).isFalse();
        assertThat(item.path("error").isNull()).isTrue();
        String id = item.path("image_id").asString();
        assertThat(id).matches("[0-9A-HJKMNP-TV-Z]{26}");

        JsonNode image = operator.get("/api/images/" + id).body();
        assertThat(image.path("name").asString()).isEqualTo("Blocks 7.PNG");
        assertThat(image.path("sha256").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(image.path("phash").asString())
                .isEqualTo(PerceptualHash.of(TestPictures.blocks(7)).toHex());
        assertThat(image.path("width").asInt()).isEqualTo(48);
        assertThat(image.path("height").asInt()).isEqualTo(48);
        assertThat(image.path("bytes").asLong()).isEqualTo(bytes.length);
        assertThat(image.path("format").asString()).isEqualTo("png");
        assertThat(image.path("source").asString()).isEqualTo("upload");
        assertThat(image.path("tags").valueStream().map(JsonNode::asString)).containsExactly("made", "blocks");
        assertThat(image.path("quality_score").asDouble()).isBetween(0.0, 1.0);
        assertThat(image.path("quality").propertyNames())
                .containsExactlyInAnyOrder("sharpness", "brightness", "contrast", "information");
        assertThat(image.path("model_name").asString()).isNotEmpty();
        assertThat(image.path("owner_user_id").asString())
                .isEqualTo(operator.get("/api/auth/me")
                        .body()
                        .path("user")
                        .path("id")
                        .asString());
    }

    @Test
    void theOriginalAndASmallVersionAreOpenedBySignedAddresses() throws Exception {
        RgbImage large = RgbImage.wrap(700, 1000, new byte[3 * 700 * 1000]);
        byte[] bytes = ImageEncoding.png(large);
        JsonNode image =
                operator.get("/api/images/" + idOf(one("large.png", bytes))).body();
        HttpResponse<byte[]> original = open(image.path("original_url").asString());
        assertThat(original.body()).isEqualTo(bytes);
        assertThat(original.headers().firstValue("Content-Type")).contains("image/png");
        HttpResponse<byte[]> preview = open(image.path("preview_url").asString());
        RgbImage small = ImageFiles.read("preview", preview.body(), ImageLimits.DEFAULT);
        assertThat(small.width()).isEqualTo(320);
        assertThat(small.height()).isEqualTo(224);
        assertThat(ImageFiles.probe("preview", preview.body(), ImageLimits.DEFAULT)
                        .format())
                .isEqualTo(ImageFormat.WEBP);
        assertThat(operator.get("/api/images/" + image.path("image_id").asString())
                        .body()
                        .path("preview_url")
                        .asString())
                .as("the same for a while, so that browsers can keep it")
                .isEqualTo(image.path("preview_url").asString());
        Answer thumbnail = operator.get(
                "/api/images/%s/thumbnail".formatted(image.path("image_id").asString()));
        assertThat(thumbnail.status()).isEqualTo(200);
        assertThat(thumbnail.raw().headers().firstValue("Content-Type")).contains("image/webp");
    }

    @Test
    void theTypeIsToldByTheBytesAndNotByTheName() {
        byte[] jpeg = ImageEncoding.jpeg(TestPictures.blocks(3), 0.9f);
        String id = idOf(one("really-a-jpeg.txt", jpeg));
        assertThat(operator.get("/api/images/" + id).text("format")).isEqualTo("jpeg");
    }

    @Test
    void theSameBytesAreOnePictureAndComeWithTheirTagsOutOfTheTrash() {
        byte[] bytes = TestPictures.png(8);
        String id = idOf(one("first.png", bytes).text("tags", "a"));
        operator.post("/api/images/trash", Map.of("image_ids", List.of(id)));
        JsonNode again = upload(one("second.png", bytes).text("tags", "b")).path(0);
        assertThat(again.path("status").asString()).isEqualTo("duplicate");
        assertThat(again.path("duplicate").asBoolean()).isTrue();
        assertThat(again.path("image_id").asString()).isEqualTo(id);
        JsonNode image = operator.get("/api/images/" + id).body();
        assertThat(image.path("name").asString()).isEqualTo("first.png");
        assertThat(image.path("trashed_at").isNull()).isTrue();
        assertThat(image.path("tags").valueStream().map(JsonNode::asString)).containsExactly("a", "b");
    }

    @Test
    void aHundredUploadsOfOneFileAtATimeAreOnePicture() throws Exception {
        byte[] bytes = TestPictures.png(9);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<JsonNode>> answers = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(() -> upload(one("copy-%d.png".formatted(i), bytes))))
                    .toList();
            Set<String> ids = new HashSet<>();
            int stored = 0;
            for (Future<JsonNode> answer : answers) {
                ids.add(answer.get().path(0).path("image_id").asString());
                stored += answer.get().path(0).path("status").asString().equals("stored") ? 1 : 0;
            }
            assertThat(ids).hasSize(1);
            assertThat(stored).isEqualTo(1);
        }
        assertThat(operator.get("/api/library").body().path("pictures").asInt()).isEqualTo(1);
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() {
        byte[] cut = TestPictures.png(11);
        JsonNode items = upload(one("good.png", TestPictures.png(10))
                .file("files", "page.jpg", "<html>not found</html>".getBytes(StandardCharsets.UTF_8))
                .file("files", "empty.png", new byte[0])
                .file("files", "cut.png", Arrays.copyOf(cut, cut.length / 2))
                .file("files", "huge.png", new byte[4_200_000])
                .file("files", "also-good.png", TestPictures.png(12)));
        assertThat(items.valueStream().map(item -> item.path("filename").asString()))
                .containsExactly("good.png", "page.jpg", "empty.png", "cut.png", "huge.png", "also-good.png");
        assertThat(items.valueStream().map(item -> item.path("status").asString()))
                .containsExactly("stored", "refused", "refused", "refused", "refused", "stored");
        assertThat(items.valueStream()
                        .map(item -> item.path("error").path("code").asString()))
                .containsSubsequence("wrong_content_type", "invalid_content", "invalid_content", "too_large");
        assertThat(items.path(1).path("error").path("detail").asString()).contains("'page.jpg'", "Loupe reads JPEG");
        assertThat(items.path(4).path("error").path("detail").asString()).contains("allowed 4194304 bytes");
        assertThat(items.path(1).path("image_id").isNull()).isTrue();
        assertThat(operator.get("/api/library").body().path("pictures").asInt()).isEqualTo(2);
    }

    @Test
    void aFormWithoutFilesAndTagsThatAreNoneAreRefusedAsAWhole() {
        assertThat(operator.post("/api/images", new Form().text("tags", "a")).status())
                .isEqualTo(400);
        Answer badTag =
                operator.post("/api/images", one("a.png", TestPictures.png(13)).text("tags", "x".repeat(200)));
        assertThat(badTag.status()).isEqualTo(422);
        assertThat(badTag.text("detail")).contains("A tag has from 1 to 100 characters");
        assertThat(operator.get("/api/library").body().path("pictures").asInt()).isZero();
    }

    @Test
    void namesAreKeptSoThatTheyCanBeShown() {
        String id = idOf(one("ä ü/\tname\u0085.png", TestPictures.png(14)));
        assertThat(operator.get("/api/images/" + id).text("name")).isEqualTo("ä ü/ name .png");
    }

    @Test
    void twoTenantsWithTheSameFileHaveAPictureEach() {
        byte[] bytes = TestPictures.png(15);
        String id = idOf(one("mine.png", bytes));
        Api other = Api.ofNewTenant();
        JsonNode item = other.post("/api/images", one("theirs.png", bytes))
                .body()
                .path("items")
                .path(0);
        assertThat(item.path("status").asString()).isEqualTo("stored");
        assertThat(item.path("image_id").asString()).isNotEqualTo(id);
        assertThat(other.get("/api/images/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatAProgramBringsSaysSo() {
        Api program = Api.withKey(operator.post("/api/keys", Map.of("name", "line 7", "role", "operator"))
                .text("secret"));
        JsonNode item = program.post("/api/images", one("a.png", TestPictures.png(16)))
                .body()
                .path("items")
                .path(0);
        JsonNode image =
                program.get("/api/images/" + item.path("image_id").asString()).body();
        assertThat(image.path("source").asString()).isEqualTo("api");
        assertThat(image.path("owner_user_id").isNull()).isTrue();
    }
}
