package io.loupe.server.inspection.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.TestServer;
import io.loupe.server.inspection.TrainedProject;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.vision.threshold.Verdict;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How PostgreSQL finds a page of a long history, as the role that row-level security holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HistoryPlanTest {
    private static final int ROWS = 30_000;
    private static final int LIMIT = 50;
    private static final UUID JOB = UUID.randomUUID();

    private final TrainedProject project = new TrainedProject();

    /** A verdict a second; one of fifty is a FAIL, and what is rare is long ago. */
    @BeforeAll
    void fill() throws SQLException {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO verdict
                    SELECT '%s', '%s', n, timestamptz '2026-01-01' + n * interval '1 second',
                        CASE WHEN n < 1000 THEN uuid '%s' END, 'part ' || n, repeat('0', 64), 'image/png', 1, 1,
                        CASE WHEN n %% 50 = 0 THEN 'FAIL' ELSE 'PASS' END, n, 1, 2, gen_random_uuid(),
                        CASE WHEN n < 2000 THEN '1.0' ELSE '1.1' END, 0, NULL, 'made',
                        '{"p_value":1,"anomalous_share":0,"regions":[],"timings":{}}', '\\x00', sha256('a'), sha256('b')
                    FROM generate_series(1, %d) n""".formatted(project.tenant(), project.id(), JOB, ROWS));
            statement.execute("ANALYZE verdict");
        }
    }

    static Stream<HistoryFilter> filters() {
        Instant early = Instant.parse("2026-01-01T00:10:00Z");
        return Stream.of(
                HistoryFilter.NONE,
                new HistoryFilter(Verdict.FAIL, null, null, null, null, null),
                new HistoryFilter(Verdict.WARN, null, null, null, null, null),
                new HistoryFilter(null, "1.0", null, null, null, null),
                new HistoryFilter(null, null, early, null, null, null),
                new HistoryFilter(null, null, null, early, null, null),
                new HistoryFilter(null, null, null, null, "part 7", null),
                new HistoryFilter(null, null, null, null, null, JOB),
                new HistoryFilter(Verdict.FAIL, null, null, early, null, null));
    }

    private JsonNode plan(HistoryFilter filter) {
        History.Query query = History.query(project.id(), filter, Long.MAX_VALUE, LIMIT);
        String plan = TestServer.bean(TenantTransactions.class)
                .in(
                        project.tenant(),
                        jdbc -> jdbc.sql("EXPLAIN (ANALYZE, FORMAT JSON) " + query.sql())
                                .params(query.parameters())
                                .query(String.class)
                                .single());
        return new JsonMapper().readTree(plan).path(0).path("Plan");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageReadsHardlyMoreRowsThanItShows(HistoryFilter filter) {
        JsonNode plan = plan(filter);
        assertThat(plan.findValuesAsString("Node Type"))
                .as(plan.toPrettyString())
                .doesNotContain("Sort", "Seq Scan", "Bitmap Heap Scan");
        assertThat(plan.findValues("Rows Removed by Filter").stream().mapToLong(JsonNode::asLong))
                .as(plan.toPrettyString())
                .allMatch(removed -> removed <= LIMIT);
    }
}
