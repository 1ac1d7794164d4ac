package io.loupe.server.search;

import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.server.Api;
import io.loupe.server.TestServer;
import io.loupe.server.platform.database.TenantTransactions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pictures of a new tenant that exist as rows alone, changed as the library changes them. */
final class MadePictures {
    final Api api = Api.ofNewTenant();
    final TenantId tenant = TenantId.parse(api.get("/api/auth/me").text("tenant_id"));

    private final TenantTransactions transactions = TestServer.bean(TenantTransactions.class);
    private final String modelName;
    private final String modelVersion;

    MadePictures(String modelName, String modelVersion) {
        this.modelName = modelName;
        this.modelVersion = modelVersion;
    }

    static UnitVector vector(Random random, int dimension) {
        float[] values = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return UnitVector.of(values);
    }

    /** What a new picture is made of; its hash is that of its name. */
    record Made(String name, List<String> tags, UnitVector vector, long phash, String objects) {
        Made(String name, UnitVector vector, String... tags) {
            this(name, List.of(tags), vector, 0, "[]");
        }
    }

    UUID add(String name, UnitVector vector, String... tags) {
        return add(new Made(name, vector, tags));
    }

    UUID add(Made made) {
        return transactions.in(tenant, jdbc -> {
            UUID id = jdbc.sql("""
                    INSERT INTO image (tenant_id, sha256, thumbnail_sha256, name, bytes, format, width, height, phash,
                        quality_score, quality, objects, source, tags, model_name, model_version)
                    VALUES (?, ?, ?, ?, 1, 'png', 2, 3, ?, 0.5,
                        '{"score":0.5,"sharpness":0.5,"brightness":0.5,"contrast":0.5,"information":0.5}',
                        ?::jsonb, 'upload', ?::text[], ?, ?)
                    RETURNING id""")
                    .param(tenant.value())
                    .param(HexFormat.of().formatHex(new byte[24])
                            + HexFormat.of().toHexDigits(made.name().hashCode(), 16))
                    .param("0".repeat(64))
                    .param(made.name())
                    .param(made.phash())
                    .param(made.objects())
                    .param(made.tags().toArray(String[]::new))
                    .param(modelName)
                    .param(modelVersion)
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .single();
            jdbc.sql("INSERT INTO image_embedding (tenant_id, image_id, model, vector) VALUES (?, ?, ?, ?)")
                    .params(tenant.value(), id, modelName + "@" + modelVersion, bytes(made.vector()))
                    .update();
            note(jdbc, id);
            return id;
        });
    }

    private static byte[] bytes(UnitVector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.dimension()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector.values());
        return bytes.array();
    }

    void change(String update, UUID id) {
        transactions.in(tenant, jdbc -> {
            jdbc.sql("UPDATE image SET " + update + " WHERE id = ?").param(id).update();
            note(jdbc, id);
            return id;
        });
    }

    void remove(UUID id) {
        transactions.in(tenant, jdbc -> {
            jdbc.sql("DELETE FROM image WHERE id = ?").param(id).update();
            note(jdbc, id);
            return id;
        });
    }

    private void note(JdbcClient jdbc, UUID id) {
        long sequence = jdbc.sql("INSERT INTO image_sequence (tenant_id, last) VALUES (?, 1)"
                        + " ON CONFLICT (tenant_id) DO UPDATE SET last = image_sequence.last + 1 RETURNING last")
                .param(tenant.value())
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO image_change (tenant_id, sequence, image_id) VALUES (?, ?, ?)")
                .params(tenant.value(), sequence, id)
                .update();
    }

    long lastSequence() {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT coalesce(max(last), 0) FROM image_sequence")
                        .query(Long.class)
                        .single());
    }

    long changesKept() {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT count(*) FROM image_change")
                        .query(Long.class)
                        .single());
    }
}
