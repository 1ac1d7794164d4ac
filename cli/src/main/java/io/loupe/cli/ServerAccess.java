package io.loupe.cli;

import io.loupe.cli.client.ServerClient;
import io.loupe.cli.client.ServerRefusedException;
import io.loupe.server.DataFolder;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running server is, and who asks it. */
final class ServerAccess {
    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Its address. Default: the server that runs on the data folder.")
    private @Nullable URI server;

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "An API key of yours. Default: LOUPE_API_KEY, which others on this machine cannot see.")
    private @Nullable String key;

    /** @param data the folder of the server that is meant where no address is given */
    ServerClient connect(DataOption data) {
        URI address = address(data);
        String given = Objects.requireNonNullElse(key, System.getenv().getOrDefault("LOUPE_API_KEY", ""));
        if (given.isBlank()) {
            throw new IllegalArgumentException(
                    "Whose pictures are they? Make an API key in the page at %s, and give it with LOUPE_API_KEY or --key."
                            .formatted(address));
        }
        return ServerClient.withKey(address, given);
    }

    URI address(DataOption data) {
        if (server != null) {
            return server;
        }
        DataFolder folder = data.folder();
        return folder.running()
                .orElseThrow(() -> ServerRefusedException.notRunning(folder.path()))
                .address();
    }
}
