package io.loupe.server.platform.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Loupe was told to do, read and checked before anything starts.
 *
 * @param data the folder that holds everything: database, pictures, indexes, logs, {@code loupe.yaml}
 * @param trash how long pictures stay in the trash; empty for as long as nobody purges them
 * @param database one of one's own; empty for the embedded one
 * @param corsOrigins whose pages may call from a browser, beside the server's own
 */
public record Settings(
        Path data,
        int port,
        String address,
        Optional<ExternalDatabase> database,
        int databaseConnections,
        FirstAdministrator administrator,
        boolean registrationOpen,
        Sessions sessions,
        Limits limits,
        Uploads uploads,
        Optional<Duration> trash,
        Models models,
        List<String> corsOrigins,
        Imports imports,
        Inspections inspections) {

    /** The file in the data folder that settings are read from. */
    public static final String FILE_NAME = "loupe.yaml";

    /**
     * A PostgreSQL that somebody else runs.
     *
     * @param url as the application's role
     * @param migrationUrl as the role that owns the tables; may be the same
     */
    public record ExternalDatabase(String url, String migrationUrl) {}

    /** Who is there after the very first start; without a password, one is drawn. */
    public record FirstAdministrator(String email, Optional<String> password) {}

    /** How long tokens are good. */
    public record Sessions(Duration access, Duration refresh) {}

    /** How much one caller may ask for. */
    public record Limits(int requestsPerMinute, long jsonBytes) {}

    /**
     * What is taken in one request.
     *
     * @param pixels of one picture
     * @param files in one request
     * @param requestBytes of all its files
     */
    public record Uploads(long fileBytes, long pixels, int files, long requestBytes) {}

    /**
     * Which networks look at pictures.
     *
     * @param encoder the id of the one that makes vectors; empty for the default one
     * @param projection what long vectors are brought down to; empty leaves them as they are
     * @param waiting how many pictures may wait for each
     */
    public record Models(Optional<String> encoder, Optional<Integer> projection, int waiting) {}

    /**
     * What may be imported.
     *
     * @param folders of this machine, with everything below them
     * @param zipEntries in one ZIP file
     * @param zipBytes of everything in it, unpacked
     */
    public record Imports(List<Path> folders, int zipEntries, long zipBytes) {
        public Imports {
            folders = List.copyOf(folders);
        }
    }

    /**
     * How parts are inspected.
     *
     * @param openModels at most so many are kept open while nobody uses them
     * @param modelBytes of a model file that is sent
     */
    public record Inspections(int openModels, long modelBytes) {}

    /**
     * Reads the settings of a data folder.
     *
     * @param commandLine what was said on the command line, which wins over the environment and the file
     * @throws UnusableSettingsException with every problem there is
     */
    public static Settings read(Path data, Map<String, String> environment, Map<Setting, String> commandLine) {
        SettingsProblems problems = new SettingsProblems();
        SettingsSource source = SettingsSource.read(data.resolve(FILE_NAME), environment, commandLine, problems);
        Settings settings = new SettingsParser(source, problems).parse(data);
        problems.throwIfAny();
        return settings;
    }
}
