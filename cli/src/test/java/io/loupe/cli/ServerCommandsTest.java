package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands of the server say where none runs; the tests of {@code server} start one. */
final class ServerCommandsTest {
    @TempDir
    Path data;

    @Test
    void statusSaysThatNoServerRunsAndHowToStartOne() {
        Run run = Run.loupe("status", "--data", data);
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.out()).contains("No server is running on " + data).contains("'loupe start' starts one");
    }

    @Test
    void stoppingWhatDoesNotRunIsNoFailure() {
        Run run = Run.loupe("stop", "--data", data);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("No server is running on " + data);
    }

    @Test
    void settingsThatAreGoodAreSaidToBe() throws IOException {
        assertThat(Run.loupe("config", "check", "--data", data).out()).contains("so the defaults hold");

        Files.writeString(data.resolve("loupe.yaml"), "port: 9000");
        Run run = Run.loupe("config", "check", "--data", data);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("It will listen at http://127.0.0.1:9000 with a database of its own.");
    }

    @Test
    void settingsThatAreWrongStopAStartBeforeItBegins() throws IOException {
        Files.writeString(data.resolve("loupe.yaml"), "port: many");
        for (Run run : new Run[] {Run.loupe("config", "check", "--data", data), Run.loupe("start", "--data", data)}) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.UNUSABLE_INPUT.number());
            assertThat(run.err()).contains("port is 'many'; expected a whole number from 0 to 65535.");
        }
        assertThat(data).isDirectoryNotContaining("glob:**/postgres");
    }

    @Test
    void aPasswordIsNotResetWhereNoServerEverRan() {
        Run run = Run.loupe("admin", "reset-password", "--data", data);
        assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_AVAILABLE.number());
        assertThat(run.err()).contains("There is no server's data in " + data).contains("--data");
        assertThat(data).isDirectoryNotContaining("glob:**/postgres");
    }

    @Test
    void theExampleExplainsEverySetting() {
        assertThat(Run.loupe("config", "example").out()).contains("#port: 8080", "(LOUPE_DATABASE_URL)");
    }
}
