package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class ProjectsTest {
    private final Api api = Api.ofNewTenant();

    private Answer create(String name) {
        return api.post("/api/projects", Map.of("name", name));
    }

    private List<String> names() {
        return api.get("/api/projects")
                .body()
                .path("items")
                .valueStream()
                .map(project -> project.path("name").asString())
                .toList();
    }

    @Test
    void aNewProjectHasNothingYet() {
        Answer created = api.post("/api/projects", Map.of("name", " Bracket 7 ", "description", "seen from above"));
        assertThat(created.status()).isEqualTo(201);
        JsonNode project =
                api.get("/api/projects/" + created.text("project_id")).body();
        assertThat(project).isEqualTo(created.body());
        assertThat(project.path("name").asString()).isEqualTo("Bracket 7");
        assertThat(project.path("description").asString()).isEqualTo("seen from above");
        assertThat(project.path("good_images").asLong()).isZero();
        assertThat(project.path("defect_images").asLong()).isZero();
        assertThat(project.path("active_version").isNull()).isTrue();
        assertThat(project.path("training_job_id").isNull()).isTrue();
    }

    @Test
    void theNewestComeFirstInParts() {
        List.of("a", "b", "c").forEach(this::create);
        Answer first = api.get("/api/projects?limit=2");
        assertThat(first.body()
                        .path("items")
                        .valueStream()
                        .map(project -> project.path("name").asString()))
                .containsExactly("c", "b");
        Answer second = api.get("/api/projects?limit=2&cursor=" + first.text("next"));
        assertThat(second.body()
                        .path("items")
                        .valueStream()
                        .map(project -> project.path("name").asString()))
                .containsExactly("a");
        assertThat(second.body().has("next")).isFalse();
    }

    @Test
    void twoOfATenantAreNotCalledTheSame() {
        String other = create("gasket").text("project_id");
        assertThat(create("washer").status()).isEqualTo(201);
        assertThat(create("washer").status()).isEqualTo(409);
        assertThat(api.patch("/api/projects/" + other, Map.of("name", "washer")).status())
                .isEqualTo(409);
        assertThat(Api.ofNewTenant()
                        .post("/api/projects", Map.of("name", "washer"))
                        .status())
                .as("another tenant's names are its own")
                .isEqualTo(201);
        assertThat(names()).containsExactly("washer", "gasket");
    }

    @Test
    void whatIsLeftOutOfAChangeStays() {
        String path = "/api/projects/"
                + api.post("/api/projects", Map.of("name", "old", "description", "kept"))
                        .text("project_id");
        assertThat(api.patch(path, Map.of("name", "new")).status()).isEqualTo(200);
        assertThat(api.get(path).text("name")).isEqualTo("new");
        assertThat(api.get(path).text("description")).isEqualTo("kept");
    }

    @Test
    void aNameIsAShortLine() {
        for (String name : List.of("", "  ", "two\nlines", "x".repeat(101))) {
            Answer answer = create(name);
            assertThat(answer.status()).as(name).isEqualTo(422);
            assertThat(answer.text("detail")).contains("name");
        }
        assertThat(api.post("/api/projects", Map.of()).text("detail")).isEqualTo("name is missing.");
    }

    @Test
    void itIsDeletedByWhoTypesItsName() {
        String path = "/api/projects/" + create("nut").text("project_id");
        Answer mistaken = api.delete(path + "?name=bolt");
        assertThat(mistaken.status()).isEqualTo(409);
        assertThat(mistaken.text("detail")).contains("'nut'", "'bolt'");
        assertThat(api.delete(path + "?name=nut").status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(names()).isEmpty();
    }
}
