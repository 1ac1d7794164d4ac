package io.loupe.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.server.TestPictures;
import io.loupe.server.platform.health.HealthPart;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PictureModelsTest {
    @TempDir
    Path data;

    private PictureModels open(String variable, String value) {
        return new PictureModels(Settings.read(data, Map.of(variable, value), Map.of()));
    }

    @Test
    void aNetworkThatIsNotThereIsNamedToWhoeverNeedsItAndInTheHealthReport() {
        try (PictureModels models = open("LOUPE_MODELS_ENCODER", "nowhere")) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> models.embed(TestPictures.blocks(1)))
                    .withMessageContaining("There is no encoder 'nowhere' here; there are")
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE));
            assertThat(models.check().status()).isEqualTo(HealthPart.Status.DEGRADED);
            assertThat(models.check().detail()).contains("'nowhere'");
        }
    }

    @Test
    void whatIsOpenSaysWhatItIs() {
        try (PictureModels models = open("LOUPE_MODELS_ENCODER", "filter-bank")) {
            EmbeddingModel model = models.embedding();
            assertThat(model.name()).isEqualTo("filter-bank");
            assertThat(model.nearDuplicateCosine()).isBetween(0.99, 1.0);
            assertThat(models.embed(TestPictures.blocks(1)).dimension()).isEqualTo(model.dimension());
            assertThat(models.check().status()).isEqualTo(HealthPart.Status.OK);
            assertThat(models.check().detail()).startsWith("filter-bank makes the vectors");
        }
    }

    @Test
    void aProjectionIsASettingAndAnotherModel() {
        try (PictureModels models = open("LOUPE_MODELS_PROJECTION", "32")) {
            assertThat(models.embedding().dimension()).isEqualTo(32);
            assertThat(models.embedding().key()).endsWith("-projected-32");
        }
    }

    @Test
    void afterItIsClosedItIsUnavailable() {
        PictureModels models = open("LOUPE_MODELS_ENCODER", "filter-bank");
        models.close();
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> models.embed(TestPictures.blocks(1)));
    }
}
