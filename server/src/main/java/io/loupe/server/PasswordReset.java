package io.loupe.server;

import io.loupe.server.identity.LostPassword;
import io.loupe.server.platform.database.DatabaseAddress;
import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;

/**
 * Draws a new password for somebody who cannot sign in, on the data folder itself, whether a server runs on it or not. The
 * administrator's first password is shown once; a start that is killed before it is read would lock everybody out.
 */
public final class PasswordReset {
    private PasswordReset() {}

    /**
     * Draws the password and ends the sessions of whoever had the old one.
     *
     * @return the password; empty if nobody signs in with this address
     * @throws UnableToStartException if there is no database in the data folder
     */
    public static Optional<String> of(Settings settings, String email) {
        if (settings.database().isPresent()) {
            return redraw(DatabaseAddress.of(settings.database().get()).application(), email);
        }
        DataFolder folder = DataFolder.at(settings.data());
        if (!Files.exists(folder.postgres())) {
            throw new UnableToStartException(
                    "There is no server's data in %s. Name its folder with --data; 'loupe start' makes one."
                            .formatted(folder.path()));
        }
        if (folder.running().isPresent()) {
            return redraw(
                    EmbeddedPostgres.findRunning(folder.postgres())
                            .map(DatabaseAddress::ownerOf)
                            .orElseThrow(() -> new UnableToStartException(
                                    "The server on %s is just starting or stopping. Try again."
                                            .formatted(folder.path()))),
                    email);
        }
        try (DataFolder.Lock _ = folder.lock();
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.postgres())) {
            return redraw(DatabaseAddress.ownerOf(postgres.access()), email);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder %s cannot be let go: %s".formatted(folder.path(), e), e);
        }
    }

    private static Optional<String> redraw(DatabaseAddress.Login login, String email) {
        return LostPassword.redraw(login.unpooled(), email);
    }
}
