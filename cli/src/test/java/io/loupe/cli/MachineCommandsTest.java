package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.testkit.TestData;
import io.loupe.vision.encoder.Encoders;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look at the machine, and the demo. */
final class MachineCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void listsTheEncoders() {
        Run run = Run.loupe("models", "list");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("filter-bank").contains("Apache-2.0");
    }

    @Test
    void listsTheNetworkThatComesWithLoupe() {
        assumeThat(Encoders.defaultId()).as("built without the network").isNotEqualTo("filter-bank");

        Run run = Run.loupe("models", "list");

        assertThat(run.out()).contains("coco-mobilenet-v3").contains("MIT");
    }

    @Test
    void showsTheTapsOfANetworkInAFolder() {
        Path networks = TestData.require("models");

        Run run = Run.loupe("models", "show", "mobilenet-v2-imagenet", "--models-dir", networks);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("block_06_out").contains("stride  8").contains("(default)");
    }

    @Test
    void listsDetectorsBesideEncodersAndSaysWhichIsWhich() {
        Run run = Run.loupe("models", "list");

        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("filter-bank +encoder +\\d+ taps +Apache-2.0"))
                .anyMatch(line -> line.matches("bright-spots +detector +1 labels +Apache-2.0"));
    }

    @Test
    void showsTheLabelsOfADetector() {
        Run run = Run.loupe("models", "show", "bright-spots");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("bright-spots, detector").containsSubsequence("labels", "spot");
        assertThat(run.out()).doesNotContain("taps");
    }

    @Test
    void showsTapsAndLabelsOfANetworkThatIsBoth() {
        Path networks = TestData.require("models");

        Run run = Run.loupe("models", "show", "coco-mobilenet-v3", "--models-dir", networks);

        assertThat(run.out()).contains("encoder, detector").contains("stride8").contains("person, bicycle, car");
    }

    @Test
    void namesTheEncodersThereAreWhenTheOneToShowIsNot() {
        Run run = Run.loupe("models", "show", "nothing");

        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("'nothing'").contains("filter-bank");
    }

    @Test
    void refusesToImportWhatIsNoNetwork() {
        Run run = Run.loupe("models", "import", folder);

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("model.json");
    }

    @Test
    void looksAtTheMachine() {
        Run run = Run.loupe("doctor");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Java")
                .contains("Vector API")
                .contains("filter-bank")
                .contains(Encoders.defaultId() + " (")
                .contains("the default")
                .contains("parts/s with patch-lof on " + Encoders.defaultId());
    }

    @Test
    void demonstratesTheWholeWay() {
        Run run = Run.loupe("demo", "--out", folder, "--product", "bracket", "--size", "64");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("parts/bracket/train/good")).isDirectory();
        assertThat(folder.resolve("results/bracket/report.html")).isRegularFile();
        assertThat(run.out()).contains("Look at it").contains("report.html");
    }
}
