package io.loupe.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.UploadedFile;
import io.loupe.images.ImageEncoding;
import io.loupe.samples.Product;
import io.loupe.samples.SampleDataSet;
import io.loupe.samples.SampleDataSet.Defective;
import io.loupe.samples.SampleDataSet.Good;
import io.loupe.samples.SampleDataSet.Picture;
import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.image.RgbImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * A project of the demo: a made product that was learned from good parts, some verdicts on new ones, and a folder of
 * further parts, good and bad, to drop onto the page.
 */
final class DemoProject {
    static final String NAME = "Voltage regulators";

    /** Of each kind of defect, one to test the model with, one that was inspected, one to drop. */
    static final SampleDataSet USUAL = new SampleDataSet(Product.REGULATOR, 40, 8, 3, 7);

    private static final String DESCRIPTION =
            "Made parts with three leads and a metal tab. Loupe learned from 40 good ones what they look like.";

    private static final int PICTURES_IN_A_REQUEST = 8;

    private final ServerClient server;
    private final Parts parts;
    private final Path toDrop;

    /** What becomes of the made parts. */
    private record Parts(SampleDataSet plan) {
        List<Good> toLearnFrom() {
            return good("train");
        }

        List<Defective> toTestWith() {
            return defective(0);
        }

        /** Good and bad ones, which the demo has inspected already. */
        List<Picture> toInspect() {
            List<Good> good = good("test");
            return together(good.subList(0, good.size() / 2), defective(1));
        }

        List<Picture> toDrop() {
            List<Good> good = good("test");
            return together(good.subList(good.size() / 2, good.size()), defective(2));
        }

        private List<Good> good(String split) {
            return plan.pictures().stream()
                    .filter(Good.class::isInstance)
                    .map(Good.class::cast)
                    .filter(part -> part.imagePath().contains("/" + split + "/"))
                    .toList();
        }

        /** One of each kind. */
        private List<Defective> defective(int number) {
            return plan.pictures().stream()
                    .filter(Defective.class::isInstance)
                    .map(Defective.class::cast)
                    .gather(Gatherers.windowFixed(plan.defectiveOfEachKind()))
                    .map(kind -> kind.get(number))
                    .toList();
        }

        private static List<Picture> together(List<Good> good, List<Defective> defective) {
            return Stream.<Picture>concat(good.stream(), defective.stream()).toList();
        }
    }

    /** @param toDrop the folder that further parts are written to */
    DemoProject(ServerClient server, SampleDataSet plan, Path toDrop) {
        this.server = server;
        this.parts = new Parts(plan);
        this.toDrop = toDrop;
    }

    /**
     * Makes the project where there is none, and goes on with one that was cut off. A tenant that has projects, but not this
     * one, is left alone: somebody deleted it.
     */
    void fill(ProgressBar progress) throws InterruptedException {
        writePartsToDrop(progress);
        JsonNode projects = server.get("/api/projects?limit=500").path("items");
        JsonNode project = projects.isEmpty()
                ? server.post("/api/projects", Map.of("name", NAME, "description", DESCRIPTION))
                : ours(projects);
        if (project.isMissingNode()) {
            return;
        }
        String path = "/api/projects/" + project.path("project_id").asText();
        if (project.path("active_version").isNull()) {
            bring(path, progress);
            train(path, project.path("training_job_id"), progress);
        }
        if (server.get(path + "/history?limit=1").path("items").isEmpty()) {
            inspect(path, progress);
        }
    }

    private static JsonNode ours(JsonNode projects) {
        for (JsonNode project : projects) {
            if (project.path("name").asText().equals(NAME)) {
                return project;
            }
        }
        return projects.path(projects.size());
    }

    /** What is there already is not there twice. */
    private void bring(String path, ProgressBar progress) {
        upload(path + "/images", parts.toLearnFrom(), "making good parts for the demo", progress);
        for (Defective part : parts.toTestWith()) {
            server.upload(
                    path + "/images",
                    List.of(file(part)),
                    List.of(Map.entry("label", "defect"), Map.entry("defect_type", kindOf(part))));
        }
    }

    private void train(String path, JsonNode running, ProgressBar progress) throws InterruptedException {
        JsonNode job =
                running.isNull() ? server.post(path + "/train", Map.of()) : server.get("/api/jobs/" + running.asText());
        new ServerJob(server, job).follow(progress);
    }

    private void inspect(String path, ProgressBar progress) {
        upload(path + "/inspect", parts.toInspect(), "inspecting new parts", progress);
    }

    private void upload(String path, List<? extends Picture> pictures, String phase, ProgressBar progress) {
        int[] done = {0};
        pictures.stream().gather(Gatherers.windowFixed(PICTURES_IN_A_REQUEST)).forEach(some -> {
            server.upload(path, some.parallelStream().map(DemoProject::file).toList(), List.of());
            done[0] += some.size();
            progress.report(phase, done[0], pictures.size());
        });
    }

    private void writePartsToDrop(ProgressBar progress) {
        List<Picture> pictures = parts.toDrop();
        for (int i = 0; i < pictures.size(); i++) {
            Path file = toDrop.resolve(nameOf(pictures.get(i)));
            if (!Files.exists(file)) {
                AtomicFile.writeBytes(file, ImageEncoding.png(render(pictures.get(i))));
                progress.report("making parts to drop", i + 1, pictures.size());
            }
        }
    }

    private static UploadedFile file(Picture picture) {
        return UploadedFile.of(nameOf(picture), ImageEncoding.png(render(picture)));
    }

    private static RgbImage render(Picture picture) {
        return switch (picture) {
            case Good good -> good.render();
            case Defective defective -> defective.render().image();
        };
    }

    /** Kind and number, as {@code scratch-001.png}. */
    private static String nameOf(Picture picture) {
        return kindOf(picture) + "-" + Path.of(picture.imagePath()).getFileName();
    }

    /** What the picture's folder is called: {@code good} or the kind of defect. */
    private static String kindOf(Picture picture) {
        Path path = Path.of(picture.imagePath());
        return path.getName(path.getNameCount() - 2).toString();
    }
}
