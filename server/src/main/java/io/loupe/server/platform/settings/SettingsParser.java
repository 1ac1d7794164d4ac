package io.loupe.server.platform.settings;

import io.loupe.server.platform.settings.Settings.ExternalDatabase;
import io.loupe.server.platform.settings.Settings.FirstAdministrator;
import io.loupe.server.platform.settings.Settings.Imports;
import io.loupe.server.platform.settings.Settings.Inspections;
import io.loupe.server.platform.settings.Settings.Limits;
import io.loupe.server.platform.settings.Settings.Models;
import io.loupe.server.platform.settings.Settings.Sessions;
import io.loupe.server.platform.settings.Settings.Uploads;
import io.loupe.server.platform.settings.SettingsSource.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Texts to typed settings; whatever does not fit is a problem, and the rest is still looked at. */
final class SettingsParser {
    private static final int SHORTEST_PASSWORD = 12;

    private final SettingsSource source;
    private final SettingsProblems problems;

    SettingsParser(SettingsSource source, SettingsProblems problems) {
        this.source = source;
        this.problems = problems;
    }

    Settings parse(Path data) {
        return new Settings(
                data,
                (int) wholeNumber(Setting.PORT, 0, 65_535),
                text(Setting.ADDRESS).orElse(Setting.ADDRESS.defaultText()),
                database(),
                (int) wholeNumber(Setting.DATABASE_CONNECTIONS, 2, 500),
                administrator(),
                isOneOf(Setting.REGISTRATION, "open", "closed"),
                new Sessions(
                        Duration.ofMinutes(wholeNumber(Setting.ACCESS_MINUTES, 1, 24 * 60)),
                        Duration.ofDays(wholeNumber(Setting.REFRESH_DAYS, 1, 365))),
                new Limits(
                        (int) wholeNumber(Setting.REQUESTS_PER_MINUTE, 1, 10_000_000),
                        wholeNumber(Setting.REQUEST_BYTES, 1024, 1L << 30)),
                uploads(),
                trash(),
                models(),
                origins(),
                new Imports(
                        folders(),
                        (int) wholeNumber(Setting.IMPORT_ZIP_ENTRIES, 1, 100_000_000),
                        wholeNumber(Setting.IMPORT_ZIP_BYTES, 1024, 1L << 50)),
                new Inspections(
                        (int) wholeNumber(Setting.OPEN_MODELS, 1, 10_000),
                        wholeNumber(Setting.MODEL_BYTES, 1024, 1L << 40)));
    }

    private List<String> origins() {
        List<String> origins = list(Setting.CORS_ORIGINS);
        if (!origins.stream().allMatch(origin -> origin.matches("https?://[^/\\s*]+"))) {
            refuse(Setting.CORS_ORIGINS, "addresses without a path, such as https://parts.example.org");
        }
        return origins;
    }

    private List<Path> folders() {
        List<Path> folders = list(Setting.IMPORT_FOLDERS).stream().map(Path::of).toList();
        if (!folders.stream().allMatch(Path::isAbsolute)) {
            refuse(Setting.IMPORT_FOLDERS, "folders from the root on, such as /srv/pictures");
        }
        return folders;
    }

    private Uploads uploads() {
        int files = (int) wholeNumber(Setting.UPLOAD_FILES, 1, 100_000);
        long waiting = wholeNumber(Setting.WAITING_PICTURES, 1, 1_000_000);
        if (files > waiting) {
            problems.add("%s is %d, and no more than %d pictures may wait (%s): such a request would never be taken."
                    .formatted(
                            source.get(Setting.UPLOAD_FILES).place(), files, waiting, Setting.WAITING_PICTURES.key()));
        }
        return new Uploads(
                wholeNumber(Setting.UPLOAD_FILE_BYTES, 1024, 1L << 30),
                wholeNumber(Setting.UPLOAD_PIXELS, 1, 1_000_000_000),
                files,
                wholeNumber(Setting.UPLOAD_REQUEST_BYTES, 1024, 1L << 40));
    }

    private Optional<Duration> trash() {
        long days = wholeNumber(Setting.TRASH_DAYS, 0, 36_500);
        return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
    }

    private Models models() {
        int projection = (int) wholeNumber(Setting.PROJECTION, 0, 1024);
        return new Models(text(Setting.ENCODER), projection == 0 ? Optional.empty() : Optional.of(projection), (int)
                wholeNumber(Setting.WAITING_PICTURES, 1, 1_000_000));
    }

    private Optional<ExternalDatabase> database() {
        Optional<String> url = jdbcUrl(Setting.DATABASE_URL);
        Optional<String> migrationUrl = jdbcUrl(Setting.DATABASE_MIGRATION_URL);
        if (url.isEmpty() && migrationUrl.isPresent()) {
            problems.add("%s is set without %s: give both, or neither for the database that Loupe runs itself."
                    .formatted(Setting.DATABASE_MIGRATION_URL.key(), Setting.DATABASE_URL.key()));
        }
        return url.map(application -> new ExternalDatabase(application, migrationUrl.orElse(application)));
    }

    private Optional<String> jdbcUrl(Setting setting) {
        Optional<String> url = text(setting);
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            // The value is not repeated: it may hold a password.
            problems.add("%s should begin with 'jdbc:postgresql:', as jdbc:postgresql://host:5432/loupe?user=..."
                    .formatted(source.get(setting).place()));
        }
        return url;
    }

    private FirstAdministrator administrator() {
        String email = text(Setting.ADMIN_EMAIL).orElse(Setting.ADMIN_EMAIL.defaultText());
        if (!email.matches("[^@\\s]+@[^@\\s]+")) {
            refuse(Setting.ADMIN_EMAIL, "an e-mail address");
        }
        Optional<String> password = text(Setting.ADMIN_PASSWORD);
        if (password.isPresent() && password.get().length() < SHORTEST_PASSWORD) {
            problems.add("%s is too short: a password has at least %d characters."
                    .formatted(source.get(Setting.ADMIN_PASSWORD).place(), SHORTEST_PASSWORD));
        }
        return new FirstAdministrator(email, password);
    }

    private Optional<String> text(Setting setting) {
        String text = source.get(setting).text();
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private List<String> list(Setting setting) {
        return Arrays.stream(source.get(setting).text().split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private long wholeNumber(Setting setting, long least, long most) {
        try {
            long number = Long.parseLong(source.get(setting).text().strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Refused below, as a number out of range is.
        }
        refuse(setting, "a whole number from %d to %d".formatted(least, most));
        return least;
    }

    private boolean isOneOf(Setting setting, String yes, String no) {
        String text = source.get(setting).text();
        if (!text.equals(yes) && !text.equals(no)) {
            refuse(setting, "'%s' or '%s'".formatted(yes, no));
        }
        return text.equals(yes);
    }

    private void refuse(Setting setting, String expected) {
        Value value = source.get(setting);
        problems.add("%s is '%s'; expected %s.".formatted(value.place(), value.text(), expected));
    }
}
