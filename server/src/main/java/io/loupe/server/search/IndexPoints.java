package io.loupe.server.search;

import io.loupe.index.Change.Put;
import io.loupe.index.Hits;
import io.loupe.index.NearestHits;
import io.loupe.index.TenantId;
import io.loupe.index.UnitVector;
import io.loupe.index.VectorQuery;
import io.loupe.server.library.filter.FilterSql;
import io.loupe.server.library.filter.ImagePayload;
import io.loupe.server.platform.database.TenantTransactions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.stereotype.Repository;

/** The pictures as points of an index: those that are not in the trash and have a vector of the model. */
@Repository
class IndexPoints {
    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String FROM = " FROM image JOIN image_embedding ON image_embedding.image_id = image.id"
            + " WHERE image.trashed_at IS NULL AND image_embedding.model = ?";
    private static final String POINTS = "SELECT image.id, image_embedding.vector, " + ImagePayload.COLUMNS + FROM;

    private final TenantTransactions transactions;

    IndexPoints(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /** Those of these pictures that are to be in an index. */
    public List<Put> of(TenantId tenant, String model, Collection<UUID> ids) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql(POINTS + " AND image.id = ANY (?)")
                        .params(model, ids.toArray(UUID[]::new))
                        .query((row, _) -> point(row))
                        .list());
    }

    /** Goes through all of them, as they are at one moment. */
    public void forEach(TenantId tenant, String model, Consumer<Put> each) {
        transactions.in(tenant, jdbc -> {
            jdbc.sql(POINTS).withFetchSize(ROWS_AT_A_TIME).param(model).query(row -> {
                each.accept(point(row));
            });
            return null;
        });
    }

    /** How many there are. */
    public int count(TenantId tenant, String model) {
        return transactions.in(
                tenant,
                jdbc -> jdbc.sql("SELECT count(*)" + FROM)
                        .param(model)
                        .query(Integer.class)
                        .single());
    }

    /** Answers a query without any index, by measuring every picture that counts. O(pictures * dimension). */
    public Hits scan(TenantId tenant, String model, VectorQuery query) {
        FilterSql filter = FilterSql.of(query.filter());
        List<Object> parameters = new ArrayList<>(List.of(model));
        parameters.addAll(filter.parameters());
        NearestHits nearest = new NearestHits(query.limit());
        AtomicInteger measured = new AtomicInteger();
        transactions.in(tenant, jdbc -> {
            jdbc.sql("SELECT image.id, image_embedding.vector" + FROM + " AND (" + filter.condition() + ")")
                    .withFetchSize(ROWS_AT_A_TIME)
                    .params(parameters)
                    .query(row -> {
                        nearest.offer(
                                row.getObject("id", UUID.class),
                                query.vector().cosineSimilarity(vector(row).values()));
                        measured.incrementAndGet();
                    });
            return measured;
        });
        return new Hits(nearest.toList(), Hits.Plan.EXACT_SCAN, measured.get());
    }

    private static Put point(ResultSet row) throws SQLException {
        return new Put(row.getObject("id", UUID.class), vector(row), ImagePayload.of(row));
    }

    private static UnitVector vector(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes("vector");
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return UnitVector.of(values);
    }
}
