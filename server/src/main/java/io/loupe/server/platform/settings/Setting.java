package io.loupe.server.platform.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every key of {@code loupe.yaml}, in the order in which the file explains them. A key is written as in YAML, with dots
 * for nesting; its environment variable is {@code LOUPE_} and the key in capitals, dots and dashes as underscores.
 */
public enum Setting {
    PORT("port", "8080", "The port that the server listens on; 0 takes a free one."),
    ADDRESS("address", "127.0.0.1", """
            The address it listens on. 127.0.0.1 is this machine alone. Before you open it to others (0.0.0.0), put a
            proxy with TLS in front: passwords and keys travel in the clear otherwise."""),

    DATABASE_URL("database.url", "", """
            A PostgreSQL 18 of your own, as jdbc:postgresql://host:5432/loupe?user=loupe&password=... Without it, Loupe
            runs one itself, with its files in the data folder. The role must be an ordinary one: not a superuser, and
            without BYPASSRLS."""),
    DATABASE_MIGRATION_URL("database.migration-url", "", """
            The same database as the role that owns the tables and may change them. Without it, that is the role
            above."""),
    DATABASE_CONNECTIONS("database.connections", "10", "How many connections to PostgreSQL are kept."),

    ADMIN_EMAIL("admin.email", "admin@loupe.local", "Who signs in first; looked at on the very first start only."),
    ADMIN_PASSWORD(
            "admin.password",
            "",
            "The first password. Without it, one is drawn and printed, once; looked at on the very first start only."),

    REGISTRATION("registration", "closed", "Whether strangers may open a tenant of their own: closed or open."),

    CORS_ORIGINS("cors.origins", "", """
            Whose pages may call this server from a browser, as https://parts.example.org, several with commas; empty
            means its own alone."""),

    ACCESS_MINUTES("sessions.access-minutes", "10", "How long an access token is good; a refresh brings the next."),
    REFRESH_DAYS("sessions.refresh-days", "30", "How long somebody who does nothing stays signed in."),

    REQUESTS_PER_MINUTE(
            "limits.requests-per-minute",
            "6000",
            "Requests a minute of one user or API key; above, the answer is 429."),
    REQUEST_BYTES("limits.json-bytes", "1048576", "The largest JSON request, in bytes; above, the answer is 413."),
    WAITING_PICTURES(
            "limits.waiting-pictures",
            "512",
            "Pictures that may wait for a network, or to be stored; above, the answer is 503."),

    UPLOAD_FILE_BYTES("uploads.file-bytes", "67108864", "The largest picture file, in bytes."),
    UPLOAD_PIXELS("uploads.pixels", "100000000", """
            The most pixels of a picture; decoding takes up to 8 bytes of memory for each."""),
    UPLOAD_FILES("uploads.files", "500", "The most pictures in one request; not above limits.waiting-pictures."),
    UPLOAD_REQUEST_BYTES("uploads.request-bytes", "4294967296", "The largest request with pictures, in bytes."),

    TRASH_DAYS("library.trash-days", "30", "How long pictures stay in the trash before they are gone; 0 keeps them."),

    IMPORT_FOLDERS("import.folders", "", """
            Folders of this machine that pictures may be imported from, with everything below them, several with commas;
            empty means that pictures come by upload alone."""),
    IMPORT_ZIP_ENTRIES("import.zip-entries", "1000000", "The most files in one ZIP file."),
    IMPORT_ZIP_BYTES("import.zip-bytes", "107374182400", "The most that one ZIP file may hold, unpacked, in bytes."),

    ENCODER("models.encoder", "", """
            The network that turns pictures into vectors, by its id ('./loupe models list'). Without it, that is the one
            that comes with Loupe. Vectors of another network cannot be compared: after a change, pictures are to be
            embedded anew."""),
    PROJECTION("models.projection", "0", """
            The length to bring vectors down to, for a network whose vectors are longer than an index takes (1,024): 512
            is a good one; 0 leaves them as they are."""),

    OPEN_MODELS("inspection.open-models", "8", """
            How many models of projects are kept open. Another one takes some tenths of a second to open, and each takes
            some 50 megabytes of memory."""),
    MODEL_BYTES("inspection.model-bytes", "1073741824", "The largest model file that is taken, in bytes.");

    private final String key;
    private final String defaultText;
    private final String explanation;

    Setting(String key, String defaultText, String explanation) {
        this.key = key;
        this.defaultText = defaultText;
        this.explanation = explanation;
    }

    public String key() {
        return key;
    }

    public String defaultText() {
        return defaultText;
    }

    public String explanation() {
        return explanation;
    }

    public String environmentVariable() {
        return "LOUPE_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }
}
