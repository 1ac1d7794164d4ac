package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorrectCommandTest {
    @TempDir
    private static Path folder;

    private static Path model;

    @BeforeAll
    static void trainOnce() {
        model = train("patch-lof");
    }

    private static Path train(String method) {
        Path file = folder.resolve(method + ".loupe");
        Path good = Parts.good(folder.resolve(method), 10);
        Run run = Run.loupe("train", "--good", good, "--method", method, "--size", "128", "--out", file);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return file;
    }

    @Test
    void aPictureSaidToBeNormalPassesAndFailsAgainWhenThatIsTakenBack() {
        Path odd = Parts.defective(folder.resolve("odd.png"));
        Path second = folder.resolve("second.loupe");
        Path third = folder.resolve("third.loupe");

        Run told = Run.loupe("correct", "--model", model, "--normal", odd, "--out", second);
        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out())
                .contains("odd.png: FAIL", "PASS", "minor version 1, with 1 correction: normal odd.png", "Promised");
        assertThat(verdict(second, odd)).startsWith("PASS");

        Run undone = Run.loupe("correct", "--model", second, "--undo", "odd.png", "--out", third);
        assertThat(undone.exitCode()).as(undone.err()).isZero();
        assertThat(undone.out()).contains("minor version 2, with no corrections");
        assertThat(verdict(third, odd)).startsWith("FAIL");
    }

    @Test
    void aMarkedDefectFailsFromThenOnAlsoInTheSameFile() throws Exception {
        Path good = Parts.freshGood(folder.resolve("fresh.png"));
        Path file = Files.copy(model, folder.resolve("in-place.loupe"));

        Run told = Run.loupe("correct", "--model", file, "--defect", good, "--box", "60,60,60,60", "--out", file);

        assertThat(told.exitCode()).as(told.err()).isZero();
        assertThat(told.out()).contains("1 correction: defect fresh.png");
        assertThat(verdict(file, good)).startsWith("FAIL");
    }

    @Test
    void refusesABoxThatIsNone() {
        Path good = Parts.freshGood(folder.resolve("fresh.png"));
        Run run = Run.loupe(
                "correct", "--model", model, "--defect", good, "--box", "1,2,3", "--out", folder.resolve("x"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--box needs x,y,width,height", "got 1,2,3");
    }

    @Test
    void refusesToTakeBackWhatWasNeverSaid() {
        Run run = Run.loupe("correct", "--model", model, "--undo", "a.png", "--out", folder.resolve("x"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("There is no correction by picture 'a.png'");
    }

    @Test
    void namesTheMethodThatCanLearnFromCorrections() {
        Path patchCore = train("patchcore");
        Path good = Parts.freshGood(folder.resolve("fresh.png"));
        Run run = Run.loupe("correct", "--model", patchCore, "--normal", good, "--out", folder.resolve("x"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("Train one with method patch-lof");
    }

    @Test
    void asksForOneThingToSay() {
        Run run = Run.loupe("correct", "--model", model, "--out", folder.resolve("x"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
        assertThat(run.err()).contains("--normal", "--defect", "--undo");
    }

    private static String verdict(Path file, Path picture) {
        Run run = Run.loupe("inspect", "--model", file, "--image", picture, "--no-save");
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
