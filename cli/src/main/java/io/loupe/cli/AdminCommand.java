package io.loupe.cli;

import io.loupe.server.PasswordReset;
import io.loupe.server.platform.settings.Settings;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What whoever owns the data folder may do without signing in. */
@Command(name = "admin", sortOptions = false, header = "Help people in who cannot sign in to the server.")
final class AdminCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "reset-password",
            header = "Draw a new password for somebody and end their sessions.",
            description = {
                "",
                "Works on the data folder itself, with the server running or stopped. The password is shown once."
            })
    int resetPassword(
            @Mixin DataOption data,
            @Option(
                            names = "--email",
                            paramLabel = "ADDRESS",
                            description = "Whose. Default: the first administrator's, admin.email in the settings.")
                    @Nullable
                    String email) {
        Settings settings = Settings.read(data.folder().path(), System.getenv(), Map.of());
        String address =
                Objects.requireNonNullElse(email, settings.administrator().email());
        String password = PasswordReset.of(settings, address)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nobody signs in as '%s' here. Name the address with --email.".formatted(address)));
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Sign in as %s with the password %s (shown this once; change it).%n", address, password);
        out.flush();
        return ExitCode.DONE.number();
    }
}
