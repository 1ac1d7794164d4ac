package io.loupe.server.platform.settings;

import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The {@code loupe.yaml} that a first start writes: every key with its explanation, commented out. */
public final class SettingsFile {
    private SettingsFile() {}

    /** Writes the file into the data folder unless one is there; it may come to hold passwords. */
    public static void writeIfAbsent(Path data) {
        Path file = data.resolve(Settings.FILE_NAME);
        if (Files.exists(file)) {
            return;
        }
        AtomicFile.writeText(file, commented());
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the file. */
    public static String commented() {
        StringBuilder text = new StringBuilder("""
                # Loupe's settings. Every key is here with its default; take away the '#' to change it, then restart.
                # Each can also be given as an environment variable, which wins over this file.
                # './loupe config check' says what is wrong before a start does.
                """);
        String group = "";
        for (Setting setting : Setting.values()) {
            int dot = setting.key().indexOf('.');
            String itsGroup = dot < 0 ? "" : setting.key().substring(0, dot);
            String indent = dot < 0 ? "" : "  ";
            text.append('\n');
            if (!itsGroup.isEmpty() && !itsGroup.equals(group)) {
                text.append('#').append(itsGroup).append(":\n");
            }
            group = itsGroup;
            setting.explanation().lines().forEach(line -> text.append("%s# %s%n".formatted(indent, line)));
            text.append("%s# (%s)%n".formatted(indent, setting.environmentVariable()));
            text.append("#%s%s: %s%n"
                    .formatted(indent, setting.key().substring(dot + 1), setting.defaultText())
                    .replace(": \n", ":\n"));
        }
        return text.toString();
    }
}
