package io.loupe.server.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettingsTest {
    @TempDir
    Path data;

    private Settings read(String yaml, Map<String, String> environment) throws IOException {
        Files.writeString(data.resolve("loupe.yaml"), yaml);
        return Settings.read(data, environment, Map.of());
    }

    private void refuses(String yaml, String... sentences) {
        assertThatExceptionOfType(UnusableSettingsException.class)
                .isThrownBy(() -> read(yaml, Map.of()))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(sentences.length))
                .withMessageContainingAll(sentences);
    }

    @Test
    void withoutAFileEverythingHasADefault() {
        Settings settings = Settings.read(data, Map.of(), Map.of());
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.address()).isEqualTo("127.0.0.1");
        assertThat(settings.database()).isEmpty();
        assertThat(settings.registrationOpen()).isFalse();
        assertThat(settings.sessions().access()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.administrator().password()).isEmpty();
        assertThat(settings.trash()).contains(Duration.ofDays(30));
        assertThat(settings.models().encoder()).isEmpty();
        assertThat(settings.models().projection()).isEmpty();
        assertThat(settings.corsOrigins()).isEmpty();
        assertThat(settings.imports().folders()).isEmpty();
    }

    @Test
    void anEmptyFileChangesNothing() throws IOException {
        assertThat(read("", Map.of())).isEqualTo(Settings.read(data, Map.of(), Map.of()));
    }

    @Test
    void everyKeyCanBeSetInTheFile() throws IOException {
        Settings settings = read("""
                port: 9000
                address: 0.0.0.0
                database:
                  url: jdbc:postgresql://db/loupe
                  migration-url: jdbc:postgresql://db/loupe?user=owner
                  connections: 20
                admin:
                  email: eva@example.org
                  password: a long first password
                registration: open
                sessions:
                  access-minutes: 5
                  refresh-days: 7
                limits:
                  requests-per-minute: 60
                  json-bytes: 2048
                  waiting-pictures: 9
                uploads:
                  file-bytes: 4096
                  pixels: 1000
                  files: 5
                  request-bytes: 8192
                library:
                  trash-days: 3
                models:
                  encoder: filter-bank
                  projection: 64
                cors:
                  origins: [https://a.example.org, 'http://b.example.org:8080']
                import:
                  folders: /srv/pictures, /mnt/line 7
                  zip-entries: 10
                  zip-bytes: 2048
                inspection:
                  open-models: 3
                  model-bytes: 4096
                """, Map.of());
        assertThat(settings)
                .isEqualTo(new Settings(
                        data,
                        9000,
                        "0.0.0.0",
                        Optional.of(new Settings.ExternalDatabase(
                                "jdbc:postgresql://db/loupe", "jdbc:postgresql://db/loupe?user=owner")),
                        20,
                        new Settings.FirstAdministrator("eva@example.org", Optional.of("a long first password")),
                        true,
                        new Settings.Sessions(Duration.ofMinutes(5), Duration.ofDays(7)),
                        new Settings.Limits(60, 2048),
                        new Settings.Uploads(4096, 1000, 5, 8192),
                        Optional.of(Duration.ofDays(3)),
                        new Settings.Models(Optional.of("filter-bank"), Optional.of(64), 9),
                        List.of("https://a.example.org", "http://b.example.org:8080"),
                        new Settings.Imports(List.of(Path.of("/srv/pictures"), Path.of("/mnt/line 7")), 10, 2048),
                        new Settings.Inspections(3, 4096)));
    }

    @Test
    void theEnvironmentWinsOverTheFileAndTheCommandLineOverBoth() throws IOException {
        assertThat(read("port: 1", Map.of("LOUPE_PORT", "2")).port()).isEqualTo(2);
        assertThat(Settings.read(data, Map.of("LOUPE_PORT", "2"), Map.of(Setting.PORT, "3"))
                        .port())
                .isEqualTo(3);
    }

    @Test
    void nestedKeysHaveVariablesToo() throws IOException {
        Settings settings = read("", Map.of("LOUPE_DATABASE_URL", "jdbc:postgresql://db/loupe"));
        assertThat(settings.database())
                .contains(new Settings.ExternalDatabase("jdbc:postgresql://db/loupe", "jdbc:postgresql://db/loupe"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        refuses(
                """
                port: many
                registration: perhaps
                sessions: {access-minutes: 0}
                """,
                "loupe.yaml, port is 'many'; expected a whole number from 0 to 65535.",
                "loupe.yaml, registration is 'perhaps'; expected 'open' or 'closed'.",
                "loupe.yaml, sessions.access-minutes is '0'; expected a whole number from 1 to 1440.");
    }

    @Test
    void aMisspeltKeyIsNamed() {
        refuses("prot: 8080", "there is no setting 'prot'");
    }

    @Test
    void whatIsNoYamlIsRefused() {
        assertThatExceptionOfType(UnusableSettingsException.class)
                .isThrownBy(() -> read("port: [", Map.of()))
                .withMessageContaining("loupe.yaml is no YAML");
        refuses("- port", "should hold keys and values");
    }

    @Test
    void aDatabaseAddressIsRefusedWithoutRepeatingItsPassword() {
        assertThatExceptionOfType(UnusableSettingsException.class)
                .isThrownBy(() -> read("database: {url: 'postgres://loupe:secret@db'}", Map.of()))
                .withMessageContaining("database.url should begin with 'jdbc:postgresql:'")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
        refuses("database: {migration-url: 'jdbc:postgresql://db'}", "database.migration-url is set without");
    }

    @Test
    void anOriginWithAPathOrAFolderFromNowhereIsRefused() {
        refuses(
                "{cors: {origins: ['https://a.example.org/', '*']}, import: {folders: pictures}}",
                "cors.origins is 'https://a.example.org/,*'; expected addresses without a path",
                "import.folders is 'pictures'; expected folders from the root on");
    }

    @Test
    void aShortFirstPasswordOrAnAddressThatIsNoneIsRefused() {
        refuses(
                "admin: {email: eva, password: short}",
                "admin.email is 'eva'; expected an e-mail address.",
                "admin.password is too short: a password has at least 12 characters.");
    }

    @Test
    void theFileOfAFirstStartExplainsEveryKeyAndChangesNothing() throws IOException {
        SettingsFile.writeIfAbsent(data);
        String text = Files.readString(data.resolve("loupe.yaml"));
        assertThat(text.lines()).allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
        for (Setting setting : Setting.values()) {
            assertThat(text).contains(setting.environmentVariable());
        }
        assertThat(Settings.read(data, Map.of(), Map.of())).isEqualTo(read("", Map.of()));
    }

    @Test
    void withItsCommentSignsTakenAwayTheFileSaysTheDefaults() throws IOException {
        String uncommented = SettingsFile.commented()
                .lines()
                .filter(line -> line.matches("#( {2})?[a-z-]+:.*"))
                .map(line -> line.substring(1))
                .reduce("", (text, line) -> text + line + "\n");
        assertThat(uncommented).contains("database:\n  url:\n", "port: 8080\n");
        assertThat(read(uncommented, Map.of())).isEqualTo(read("", Map.of()));
    }

    @Test
    void aFileThatIsThereIsLeftAlone() throws IOException {
        Files.writeString(data.resolve("loupe.yaml"), "port: 1234");
        SettingsFile.writeIfAbsent(data);
        assertThat(data.resolve("loupe.yaml")).hasContent("port: 1234");
    }
}
