package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.TestData;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model can bring its network along, or name it and find it where it is used. */
final class CarriedEncoderTest {
    @TempDir
    private Path folder;

    private final Path networks = TestData.require("models");

    @BeforeEach
    void makeParts() {
        Parts.good(folder.resolve("good"), 4);
    }

    private Path train(Object... more) {
        Path model = folder.resolve("part.loupe");
        Object[] arguments = Stream.concat(
                        Stream.of(
                                "train",
                                "--blind-spot-trials",
                                "0",
                                "--good",
                                folder.resolve("good"),
                                "--encoder",
                                "squeezenet1.1-imagenet",
                                "--models-dir",
                                networks,
                                "--size",
                                "64",
                                "--out",
                                model),
                        Stream.of(more))
                .toArray();
        Run run = Run.loupe(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return model;
    }

    @Test
    void aModelThatCarriesItsNetworkNeedsNothingElse() {
        Path model = train("--embed-encoder");

        Run run = Run.loupe("inspect", "--model", model, "--image", folder.resolve("good"), "--no-save");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(4);
    }

    @Test
    void aModelThatNamesItsNetworkSaysWhichOneIsMissing() {
        Path model = train();

        Run run = Run.loupe("inspect", "--model", model, "--image", folder.resolve("good"), "--no-save");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err())
                .contains("part.loupe")
                .contains("squeezenet1.1-imagenet")
                .contains("--models-dir");
    }
}
