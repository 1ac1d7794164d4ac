package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.images.ImageEncoding;
import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestPictures;
import io.loupe.server.TestServer;
import io.loupe.server.jobs.Jobs;
import io.loupe.server.jobs.WatchedJobs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** A project of a new tenant, and small pictures of made parts for it. */
record TestProject(Api api, String id) {
    static TestProject create() {
        return create(Api.ofNewTenant());
    }

    static TestProject create(Api api) {
        return new TestProject(
                api, api.post("/api/projects", Map.of("name", "bracket")).text("project_id"));
    }

    String path() {
        return "/api/projects/" + id;
    }

    /** Adds a form's files; the answer's items. */
    List<JsonNode> add(Form form) {
        Answer answer = api.post(path() + "/images", form);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    /** Adds so many good parts. */
    TestProject withGoodParts(int count) {
        Form form = new Form();
        IntStream.range(0, count)
                .forEach(i -> form.file("files", "%03d.png".formatted(i), ImageEncoding.png(TestPictures.part(i))));
        add(form);
        return this;
    }

    /** Adds so many scratched parts with their masks. */
    TestProject withDefects(int count) {
        Form form = new Form().text("label", "defect").text("defect_type", "scratch");
        for (int i = 0; i < count; i++) {
            form.file("files", "scratch-%d.png".formatted(i), ImageEncoding.png(TestPictures.scratched(1_000 + i)));
            form.file("masks", "scratch-%d_mask.png".formatted(i), TestPictures.scratchMask(48));
        }
        add(form);
        return this;
    }

    List<JsonNode> images() {
        return api.get(path() + "/images?limit=500")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }

    List<String> names() {
        return images().stream().map(image -> image.path("name").asString()).toList();
    }

    JsonNode now() {
        return api.get(path()).body();
    }

    /** Waits for the end of the job of an answer, and gives the job. */
    JsonNode awaitJob(Answer started) {
        assertThat(started.status()).as(started.raw().body()).isEqualTo(202);
        String job = "/api/jobs/" + started.text("job_id");
        assertThat(api.get(job + "/events").status()).isEqualTo(200);
        return api.get(job).body();
    }

    /** Starts a training that takes no time, with these choices besides. */
    Answer train(Map<String, Object> more) {
        Map<String, Object> choices =
                new HashMap<>(Map.of("encoder", "filter-bank", "size", 64, "blind_spot_trials", 0));
        choices.putAll(more);
        return api.post(path() + "/train", choices);
    }

    Answer train() {
        return train(Map.of());
    }

    /** The newest first. */
    List<JsonNode> versions() {
        return api.get(path() + "/versions").body().path("items").valueStream().toList();
    }

    JsonNode scores(JsonNode version) {
        return api.get("%s/versions/%s/scores"
                        .formatted(path(), version.path("version_id").asString()))
                .body();
    }

    /** Waits until the job of an answer says that it is at something. */
    void awaitMessage(Answer started, String message) {
        Jobs jobs = TestServer.bean(Jobs.class);
        UUID id = UUID.fromString(started.text("job_id"));
        WatchedJobs.await(
                jobs, tenant(), jobs.get(tenant(), id), job -> job.message().equals(message));
    }

    TenantId tenant() {
        return TenantId.parse(api.get("/api/auth/me").text("tenant_id"));
    }
}
