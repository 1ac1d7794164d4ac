package io.loupe.benchmarks;

import com.github.f4b6a3.ulid.Ulid;
import io.loupe.index.UnitVector;
import io.loupe.vision.neighbors.RowMatrix;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Pictures that exist as rows and made vectors alone: in clusters, a tenth of them with the tag {@code tenth}. */
final class SearchCollection {
    static final String TAG = "tenth";

    private static final int TAGGED = 10;
    private static final int ROWS_AT_A_TIME = 2_000;
    private static final long FIRST_ID = 0x0190_0000_0000_7000L;

    private static final String INSERT_IMAGE = """
            INSERT INTO image (id, tenant_id, sha256, thumbnail_sha256, name, bytes, format, width, height, phash,
                quality_score, quality, objects, source, tags, model_name, model_version)
            VALUES (?, ?, ?, repeat('0', 64), ?, 100000, 'jpeg', 640, 480, ?, 0.5,
                '{"sharpness":0.5,"brightness":0.5,"contrast":0.5,"information":0.5}',
                '[{"label":"bottle","score":0.8,"box":{"x":10,"y":20,"width":100,"height":200}}]', 'batch', ?, ?, ?)""";
    private static final String INSERT_VECTOR =
            "INSERT INTO image_embedding (tenant_id, image_id, model, vector) VALUES (?, ?, ?, ?)";

    private final RowMatrix rows;

    SearchCollection(int size, int dimension) {
        this.rows = RandomRows.clustered(size, dimension, 1);
    }

    int size() {
        return rows.rows();
    }

    UnitVector vector(int number) {
        return UnitVector.of(rows.row(number));
    }

    private static UUID id(int number) {
        return new UUID(FIRST_ID + ((long) number << 16), Long.MIN_VALUE + number);
    }

    /** As callers of the server write it. */
    static String imageId(int number) {
        return Ulid.from(id(number)).toString();
    }

    /** Writes the rows as if they had been there for long: the changes that made them are forgotten. */
    void writeTo(DataSource database, UUID tenant, String modelName, String modelVersion) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement image = connection.prepareStatement(INSERT_IMAGE);
                PreparedStatement vector = connection.prepareStatement(INSERT_VECTOR);
                PreparedStatement sequence =
                        connection.prepareStatement("INSERT INTO image_sequence (tenant_id, last) VALUES (?, ?)")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < size(); number++) {
                image.setObject(1, id(number));
                image.setObject(2, tenant);
                image.setString(3, "%064x".formatted(number));
                image.setString(4, "picture %d.jpg".formatted(number));
                image.setLong(5, number);
                image.setArray(
                        6,
                        connection.createArrayOf(
                                "text", number % TAGGED == 0 ? new String[] {"made", TAG} : new String[] {"made"}));
                image.setString(7, modelName);
                image.setString(8, modelVersion);
                image.addBatch();
                vector.setObject(1, tenant);
                vector.setObject(2, id(number));
                vector.setString(3, modelName + "@" + modelVersion);
                vector.setBytes(4, bytes(vector(number)));
                vector.addBatch();
                if (number % ROWS_AT_A_TIME == ROWS_AT_A_TIME - 1 || number == size() - 1) {
                    image.executeBatch();
                    vector.executeBatch();
                }
            }
            sequence.setObject(1, tenant);
            sequence.setLong(2, size());
            sequence.executeUpdate();
            connection.commit();
            connection.setAutoCommit(true);
            connection.createStatement().execute("ANALYZE");
        }
    }

    private static byte[] bytes(UnitVector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.dimension()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector.values());
        return bytes.array();
    }
}
