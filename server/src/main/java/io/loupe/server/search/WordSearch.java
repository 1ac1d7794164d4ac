package io.loupe.server.search;

import io.loupe.index.Hits.Hit;
import io.loupe.index.TenantId;
import io.loupe.server.library.filter.FilterSql;
import io.loupe.server.platform.database.TenantTransactions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

/**
 * Finds pictures by what is said about them: words in tags, names of objects, the name and the metadata, in this order of
 * weight. A word that begins with a wanted one counts too, for less. A picture's score is the share of the wanted words
 * that it has, rare ones counting more, times their weight: 0..1.
 */
@Repository
class WordSearch {
    private static final String SELECT = """
            WITH wanted AS (SELECT unnest(?::text[]) COLLATE "C" AS word),
            said AS (
                SELECT wanted.word, image_word.image_id,
                    max(image_word.weight * CASE WHEN image_word.word = wanted.word THEN 1 ELSE 0.6 END) AS weight
                FROM wanted JOIN image_word
                    ON image_word.word >= wanted.word AND image_word.word < wanted.word || chr(1114111)
                GROUP BY 1, 2),
            rarity AS (
                SELECT wanted.word, 1 / (1 + ln(greatest(1, count(said.image_id)))) AS value
                FROM wanted LEFT JOIN said USING (word) GROUP BY 1),
            scored AS (
                SELECT said.image_id,
                    round((sum(said.weight * rarity.value) / (SELECT sum(value) FROM rarity))::numeric, 6)::float8 AS score
                FROM said JOIN rarity USING (word) GROUP BY 1)
            SELECT image.id, scored.score, count(*) OVER () AS candidates
            FROM scored JOIN image ON image.id = scored.image_id
            WHERE image.trashed_at IS NULL AND scored.score >= ? AND (scored.score < ? OR scored.score = ? AND image.id > ?)
            """;

    private final TenantTransactions transactions;

    WordSearch(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    public Found find(TenantId tenant, Target.Text text, SearchOptions options, SearchCursor cursor) {
        FilterSql filter = FilterSql.of(options.filter());
        List<Object> parameters = new ArrayList<>();
        parameters.add(text.words().toArray(String[]::new));
        parameters.addAll(List.of(options.scoreThreshold(), cursor.score(), cursor.score(), cursor.image()));
        parameters.addAll(filter.parameters());
        parameters.add(options.limit() + 1);
        int[] candidates = {0};
        List<Hit> hits = transactions.in(
                tenant,
                jdbc -> jdbc.sql(SELECT + " AND (" + filter.condition()
                                + ") ORDER BY scored.score DESC, image.id LIMIT ?")
                        .params(parameters)
                        .query((row, _) -> {
                            candidates[0] = row.getInt("candidates");
                            return new Hit(row.getObject("id", UUID.class), row.getDouble("score"));
                        })
                        .list());
        return new Found(hits, true, candidates[0]);
    }
}
