package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class HistoryTest {
    private final TrainedProject project = new TrainedProject();

    /** PASS, FAIL, PASS by 1.0, then FAIL by 2.0. */
    @BeforeEach
    void inspectFourParts() {
        project.inspect(new Form()
                .file("files", "a.png", Parts.goodPng(20))
                .file("files", "=1+1,\"b\".png", Parts.scratchedPng(21))
                .file("files", "c.png", Parts.goodPng(22)));
        project.addVersion();
        project.inspect("a.png", Parts.scratchedPng(23));
    }

    private List<Long> sequences(String query) {
        Answer answer = project.get("/history" + query);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("sequence").asLong())
                .toList();
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = TestServer.connectAsOwner();
                Statement statement = connection.createStatement()) {
            for (String command : sql.formatted(project.id).split(";", -1)) {
                assertThat(statement.executeUpdate(command)).as(command).isPositive();
            }
        }
    }

    private JsonNode problem() {
        JsonNode report = project.get("/history/verify").body();
        assertThat(report.path("valid").asBoolean())
                .isEqualTo(report.path("first_problem").isNull());
        return report.path("first_problem");
    }

    @Test
    void theNewestComeFirstInParts() {
        Answer first = project.get("/history?limit=3");
        assertThat(first.body()
                        .path("items")
                        .valueStream()
                        .map(item -> item.path("sequence").asLong()))
                .containsExactly(4L, 3L, 2L);
        assertThat(sequences("?limit=3&cursor=" + first.text("next"))).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "?verdict=FAIL, 4 2",
        "?version=1.0, 3 2 1",
        "?filename=a.png, 4 1",
        "?filename=a, ''",
        "?verdict=FAIL&version=1.0, 2",
        "?from=2020-01-01T00:00:00Z, 4 3 2 1",
        "?to=2020-01-01T00:00:00Z, ''",
        "?from=2100-01-01T00:00:00Z, ''",
        "?job_id=00000000-0000-0000-0000-000000000000, ''"
    })
    void aFilterPassesWhatItSays(String query, String expected) {
        assertThat(String.join(
                        " ", sequences(query).stream().map(String::valueOf).toList()))
                .isEqualTo(expected);
    }

    @Test
    void aTimeIsAPlaceInTheHistory() {
        String at = project.get("/history/4").text("at");
        assertThat(sequences("?from=" + at)).containsExactly(4L);
        assertThat(sequences("?to=" + at)).containsExactly(3L, 2L, 1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?verdict=MAYBE", "?from=yesterday", "?job_id=x", "?cursor=x", "/export?format=xls"})
    void whatIsNoFilterIsRefused(String query) {
        assertThat(project.get("/history" + query).status()).isEqualTo(400);
    }

    @Test
    void aVerdictSaysWhoAskedAndWhatItFollows() {
        JsonNode first = project.get("/history/1").body();
        JsonNode second = project.get("/history/2").body();
        assertThat(first.path("previous_hash").asString()).isEqualTo("0".repeat(64));
        assertThat(second.path("previous_hash").asString())
                .isEqualTo(first.path("hash").asString());
        JsonNode me = project.api.get("/api/auth/me").body().path("user");
        assertThat(first.path("operator").path("name").asString())
                .isEqualTo(me.path("email").asString());
        assertThat(first.path("operator").path("user_id").asString())
                .isEqualTo(me.path("id").asString());
        assertThat(project.get("/history/5").status()).isEqualTo(404);
    }

    @Test
    void aTableForSpreadsheetsHoldsNoFormula() {
        Answer csv = project.get("/history/export?format=csv&version=1.0");
        assertThat(csv.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        List<String> lines = List.of(csv.raw().body().split("\r\n", -1));
        assertThat(lines).hasSize(5).last().asString().isEmpty();
        assertThat(lines.getFirst()).startsWith("sequence,at,filename,verdict,score");
        assertThat(lines.get(2)).startsWith("2,").contains(",\"'=1+1,\"\"b\"\".png\",FAIL,");
    }

    @Test
    void linesOfJsonHoldWhatWasSaid() {
        List<String> lines = project.get("/history/export?format=jsonl&verdict=FAIL")
                .raw()
                .body()
                .lines()
                .toList();
        assertThat(lines).hasSize(2);
        JsonNode line = new JsonMapper().readTree(lines.getFirst());
        JsonNode item = project.get("/history/4").body();
        for (String field : List.of("sequence", "at", "filename", "score", "hash", "p_value", "operator", "timings")) {
            assertThat(line.path(field)).as(field).isEqualTo(item.path(field));
        }
        assertThat(lines.toString()).doesNotContain("signature");
    }

    @Test
    void anUntouchedHistoryIsValid() {
        JsonNode report = project.get("/history/verify").body();
        assertThat(report.path("valid").asBoolean()).isTrue();
        assertThat(report.path("rows").asLong()).isEqualTo(4);
        assertThat(report.path("head").asString())
                .isEqualTo(project.get("/history/4").text("hash"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verdict = 'PASS'",
                "score = 0",
                "fail_score = fail_score + 1e-9",
                "at = at + interval '1 microsecond'",
                "filename = 'other.png'",
                "operator_name = 'somebody else'",
                "version = '9.9'",
                "job_id = gen_random_uuid()",
                "details = (details::text || ' ')::json",
                "map = map || '\\x00'",
                "previous_hash = sha256(previous_hash)",
                "hash = sha256(hash)"
            })
    void everyChangeOfARowIsFound(String change) throws SQLException {
        asOwner("UPDATE verdict SET " + change + " WHERE project_id = '%s' AND sequence = 2");
        assertThat(problem().path("sequence").asLong()).isEqualTo(2);
        assertThat(problem().path("problem").asString()).isEqualTo("changed");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void aRowThatWasTakenAwayIsFound(int sequence) throws SQLException {
        asOwner("DELETE FROM verdict WHERE project_id = '%s' AND sequence = " + sequence);
        assertThat(problem().path("sequence").asLong()).isEqualTo(sequence);
        assertThat(problem().path("problem").asString()).isEqualTo("missing");
    }

    @Test
    void soIsOneWhoseSuccessorsMovedUp() throws SQLException {
        asOwner("DELETE FROM verdict WHERE project_id = '%1$s' AND sequence = 2;"
                + "UPDATE verdict SET sequence = 2 WHERE project_id = '%1$s' AND sequence = 3;"
                + "UPDATE verdict SET sequence = 3 WHERE project_id = '%1$s' AND sequence = 4;"
                + "UPDATE verdict_chain SET last = 3 WHERE project_id = '%1$s'");
        assertThat(problem().path("sequence").asLong()).isEqualTo(2);
        assertThat(problem().path("problem").asString()).isEqualTo("missing");
    }

    @Test
    void rowsThatChangedPlacesAreFound() throws SQLException {
        asOwner("UPDATE verdict SET sequence = 99 WHERE project_id = '%1$s' AND sequence = 2;"
                + "UPDATE verdict SET sequence = 2 WHERE project_id = '%1$s' AND sequence = 3;"
                + "UPDATE verdict SET sequence = 3 WHERE project_id = '%1$s' AND sequence = 99");
        assertThat(problem().path("sequence").asLong()).isEqualTo(2);
        assertThat(problem().path("problem").asString()).isEqualTo("reordered");
    }

    @Test
    void anEndThatDoesNotFitIsFound() throws SQLException {
        asOwner("UPDATE verdict_chain SET head = sha256(head) WHERE project_id = '%s'");
        assertThat(problem().path("sequence").asLong()).isEqualTo(4);
    }

    @Test
    void theServerItselfCannotChangeAVerdict() throws SQLException {
        try (Connection connection = TestServer.connectAsApplication();
                Statement statement = connection.createStatement()) {
            statement.execute("SET loupe.tenant = '%s'".formatted(project.tenant));
            for (String command : List.of("UPDATE verdict SET score = 0", "DELETE FROM verdict")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.executeUpdate(command))
                        .withMessageContaining("permission denied");
            }
        }
        assertThat(project.api.delete(project.path + "?name=plates").status())
                .as("but it goes with its project")
                .isEqualTo(204);
    }
}
