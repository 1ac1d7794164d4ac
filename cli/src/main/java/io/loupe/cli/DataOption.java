package io.loupe.cli;

import io.loupe.server.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server is meant: the one of a data folder. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The folder that holds everything a server has. Default: LOUPE_DATA, else /var/lib/loupe for root and ~/.local/share/loupe/data for others.")
    private @Nullable Path data;

    DataFolder folder() {
        return data == null ? DataFolder.ofUser() : DataFolder.at(data);
    }
}
