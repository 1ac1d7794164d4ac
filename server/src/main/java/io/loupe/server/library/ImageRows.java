package io.loupe.server.library;

import io.loupe.server.models.FoundObject;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.quality.PictureQuality;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Between rows of {@code image} and {@code image_embedding} and what they mean. */
@Component
final class ImageRows {
    /** Of the table {@code image}, under that name. */
    static final String COLUMNS =
            "image.id, image.sha256, image.thumbnail_sha256, image.name, image.bytes, image.format,"
                    + " image.width, image.height, image.phash, image.quality, image.objects, image.source, image.tags,"
                    + " image.metadata, image.owner_user_id, image.model_name, image.model_version, image.captured_at,"
                    + " image.created_at, image.trashed_at";

    private static final TypeReference<List<FoundObject>> OBJECTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> METADATA = new TypeReference<>() {};

    private final JsonMapper json;

    ImageRows(JsonMapper json) {
        this.json = json;
    }

    Image image(ResultSet row, int number) throws SQLException {
        return new Image(
                row.getObject("id", UUID.class),
                row.getString("sha256"),
                row.getString("thumbnail_sha256"),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("format"),
                row.getInt("width"),
                row.getInt("height"),
                new PerceptualHash(row.getLong("phash")),
                json.readValue(row.getString("quality"), PictureQuality.class),
                json.readValue(row.getString("objects"), OBJECTS),
                Source.of(row.getString("source")),
                Arrays.asList((String[]) row.getArray("tags").getArray()),
                json.readValue(row.getString("metadata"), METADATA),
                Optional.ofNullable(row.getObject("owner_user_id", UUID.class)),
                row.getString("model_name"),
                row.getString("model_version"),
                time(row.getTimestamp("captured_at")),
                row.getTimestamp("created_at").toInstant(),
                time(row.getTimestamp("trashed_at")));
    }

    private static Optional<Instant> time(@Nullable Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    String json(Object value) {
        return json.writeValueAsString(value);
    }

    /** A vector as it is kept: float32, little-endian. */
    static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    /** Reads what {@link #bytes} wrote. */
    static float[] vector(byte[] bytes) {
        float[] vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
