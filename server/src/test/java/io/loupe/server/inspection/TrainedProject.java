package io.loupe.server.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.Form;
import io.loupe.server.TestServer;
import io.loupe.server.inspection.version.LearnedPicture;
import io.loupe.server.inspection.version.ModelVersion;
import io.loupe.server.inspection.version.ModelVersion.Change;
import io.loupe.server.inspection.version.ModelVersions;
import io.loupe.server.inspection.version.NewVersion;
import io.loupe.server.library.ImageId;
import io.loupe.vision.Detector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A new tenant's project with a version that judges the parts of {@link Parts}. */
public final class TrainedProject {
    /** One for all tests: training it is what takes time. */
    static final Detector DETECTOR = Parts.train();

    final Api api;
    final TenantId tenant;
    public final String path;
    final UUID id;

    public TrainedProject() {
        this(Api.ofNewTenant());
    }

    public TrainedProject(Api api) {
        this.api = api;
        this.tenant = TenantId.parse(api.get("/api/auth/me").text("tenant_id"));
        this.id = UUID.fromString(
                api.post("/api/projects", Map.of("name", "plates")).text("project_id"));
        this.path = "/api/projects/" + id;
        addVersion(learnedPictures());
    }

    private List<LearnedPicture> learnedPictures() {
        Form form = new Form();
        for (int seed = 0; seed < Parts.LEARNED; seed++) {
            form.file("files", Parts.name(seed), Parts.goodPng(seed));
        }
        List<LearnedPicture> learned = new ArrayList<>();
        for (JsonNode item : api.post("/api/images", form).body().path("items")) {
            ImageId image = ImageId.of(item.path("image_id").asString());
            learned.add(new LearnedPicture(
                    image,
                    item.path("filename").asString(),
                    api.get("/api/images/" + image).text("sha256")));
        }
        return learned;
    }

    private ModelVersion addVersion(List<LearnedPicture> learned) {
        return TestServer.bean(ModelVersions.class)
                .add(
                        tenant,
                        new NewVersion(
                                id,
                                Change.TRAINING,
                                Optional.empty(),
                                Optional.empty(),
                                DETECTOR,
                                learned,
                                Optional.empty()),
                        true);
    }

    /** Adds and activates one more major version, of the same model. */
    ModelVersion addVersion() {
        return addVersion(List.of());
    }

    public TenantId tenant() {
        return tenant;
    }

    public UUID id() {
        return id;
    }

    JsonNode inspect(Form form) {
        Answer answer = api.post(path + "/inspect", form);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        return answer.body().path("items");
    }

    /** Inspects one file and gives its item. */
    public JsonNode inspect(String filename, byte[] bytes) {
        return inspect(new Form().file("files", filename, bytes)).path(0);
    }

    Answer get(String below) {
        return api.get(path + below);
    }
}
