package io.loupe.server.library.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.Payload;
import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Range;
import io.loupe.index.TenantId;
import io.loupe.index.Words;
import io.loupe.server.Api;
import io.loupe.server.TestServer;
import io.loupe.server.platform.database.TenantTransactions;
import io.loupe.testkit.Seeded;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Filters in PostgreSQL, Java and the words between them mean the same. */
@Seeded
final class FilterSqlTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final Api owner = Api.ofNewTenant();
    private final TenantId tenant = TenantId.parse(owner.get("/api/auth/me").text("tenant_id"));
    private final UUID person = UUID.fromString(
            owner.get("/api/auth/me").body().path("user").path("id").asString());
    private final TenantTransactions transactions = TestServer.bean(TenantTransactions.class);

    private static <T> T one(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<String> words(Random random) {
        return random.ints(random.nextInt(4), 0, RandomFilterJson.WORDS.size())
                .mapToObj(RandomFilterJson.WORDS::get)
                .toList();
    }

    private void insertPicture(JdbcClient jdbc, Random random) {
        List<Map<String, Object>> objects = new ArrayList<>();
        words(random).forEach(label -> objects.add(Map.of("label", label, "score", 0.5)));
        Map<String, @Nullable Object> metadata = new TreeMap<>();
        metadata.put("line", one(random, List.of("7", "red", 7, 2.50, true, List.of("7"))));
        if (random.nextBoolean()) {
            metadata.put("a b", random.nextBoolean() ? null : "x'y\\");
        }
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        jdbc.sql("""
                INSERT INTO image (tenant_id, sha256, thumbnail_sha256, name, bytes, format, width, height, phash,
                    quality_score, quality, objects, source, tags, metadata, owner_user_id, model_name, model_version,
                    captured_at, created_at)
                VALUES (?, ?, '%s', ?, ?, ?, ?, ?, 0, ?, '{}', ?::jsonb, ?, ?::text[], ?::jsonb, ?, 'm', '1', ?, ?)""".formatted("0".repeat(64)))
                .param(tenant.value())
                .param(HexFormat.of().formatHex(hash))
                .param(one(random, RandomFilterJson.WORDS))
                .param(one(random, List.of(0L, 3L, 4_000_000_000L)))
                .param(one(random, List.of("red", "jpg")))
                .param(random.nextInt(5))
                .param(random.nextInt(5))
                .param(one(random, List.of(0.25f, 0.1f, 1f)))
                .param(JSON.writeValueAsString(objects))
                .param(one(random, List.of("upload", "video")))
                .param(words(random).toArray(String[]::new))
                .param(JSON.writeValueAsString(metadata))
                .param(random.nextBoolean() ? person : null)
                .param(random.nextBoolean() ? time(random) : null)
                .param(time(random))
                .update();
    }

    private static Timestamp time(Random random) {
        return Timestamp.from(Instant.EPOCH.plusNanos(1_000L * random.nextInt(5)));
    }

    private static Map<UUID, Payload> payloads(JdbcClient jdbc) {
        Map<UUID, Payload> payloads = new TreeMap<>();
        jdbc.sql("SELECT image.id, " + ImagePayload.COLUMNS + " FROM image")
                .query((row, _) -> payloads.put(row.getObject("id", UUID.class), ImagePayload.of(row)))
                .list();
        return payloads;
    }

    private static List<UUID> select(JdbcClient jdbc, PayloadFilter filter) {
        FilterSql sql = FilterSql.of(filter);
        return jdbc.sql("SELECT image.id FROM image WHERE " + sql.condition())
                .params(sql.parameters())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    @Test
    void postgresAndTheEvaluatorPassTheSamePictures(Random random) {
        RandomFilterJson filters = new RandomFilterJson(random);
        int partial = transactions.in(tenant, jdbc -> {
            for (int i = 0; i < 60; i++) {
                insertPicture(jdbc, random);
            }
            Map<UUID, Payload> payloads = payloads(jdbc);
            int some = 0;
            for (int i = 0; i < 400; i++) {
                String json = filters.draw();
                PayloadFilter filter = FilterParser.parse(json);
                List<UUID> expected = payloads.entrySet().stream()
                        .filter(picture -> filter.matches(picture.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
                assertThat(select(jdbc, filter)).as(json).containsExactlyInAnyOrderElementsOf(expected);
                some += expected.isEmpty() || expected.size() == payloads.size() ? 0 : 1;
            }
            return some;
        });
        assertThat(partial).as("filters that pass some and not all").isGreaterThan(50);
    }

    @Test
    void whatNoPictureCanHaveIsFalseRatherThanAnError() {
        transactions.in(tenant, jdbc -> {
            insertPicture(jdbc, new Random(1));
            for (PayloadFilter filter : List.of(
                    new AnyKeyword("nothing", Set.of("x")),
                    new AnyKeyword("width", Set.of("3")),
                    new AllWords("width", Set.of("3")),
                    new Range("name", 0, 9),
                    new Range("width", Double.NaN, 9),
                    new Exists("nothing"))) {
                assertThat(select(jdbc, filter)).as(filter.toString()).isEmpty();
            }
            return true;
        });
    }

    @Test
    void aPictureOfAnotherTenantPassesNoFilter() {
        transactions.in(tenant, jdbc -> {
            insertPicture(jdbc, new Random(1));
            return true;
        });
        TenantId other = TenantId.parse(Api.ofNewTenant().get("/api/auth/me").text("tenant_id"));
        List<UUID> found = transactions.in(other, jdbc -> select(jdbc, PayloadFilter.EVERYTHING));
        assertThat(found).isEmpty();
    }

    @Test
    void postgresMakesTheSameWordsOfEveryCharacterThereIs() {
        StringBuilder characters = new StringBuilder();
        for (int character = 1; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                characters.append('|').append('a').appendCodePoint(character).append('b');
            }
        }
        String text = characters.toString();
        Set<String> words = new HashSet<>();
        transactions.in(
                tenant,
                jdbc -> words.addAll(jdbc.sql("SELECT unnest(words(?))")
                        .param(text)
                        .query((row, _) -> row.getString(1))
                        .list()));
        assertThat(words.equals(Words.of(text))).as("words of all characters").isTrue();
    }
}
