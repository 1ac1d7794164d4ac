package io.loupe.server.platform.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who PostgreSQL runs as. It refuses to be root, so that root hands it to the account {@code nobody}; anybody else runs
 * it as themselves.
 */
final class ProgramAccount {
    private static final String UNPRIVILEGED = "nobody";
    private static final List<String> HAND_OVER =
            List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=65534", "--clear-groups", "--");

    private final @Nullable UserPrincipal other;

    private ProgramAccount(@Nullable UserPrincipal other) {
        this.other = other;
    }

    static ProgramAccount current() throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        return new ProgramAccount(root ? lookUp(UNPRIVILEGED) : null);
    }

    private static UserPrincipal lookUp(String name) throws IOException {
        return Path.of("/").getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name);
    }

    List<String> command(List<String> program) {
        List<String> command = new ArrayList<>(other == null ? List.of() : HAND_OVER);
        command.addAll(program);
        return command;
    }

    /** Makes a new file or folder its own. */
    void own(Path path) throws IOException {
        if (other != null) {
            Files.setOwner(path, other);
        }
    }

    /**
     * Checks that the account can reach a folder.
     *
     * @throws UnableToRunPostgresException naming the folder that is closed to it
     */
    void requireAccess(Path folder) throws IOException {
        for (Path at = folder.toRealPath(); other != null && at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new UnableToRunPostgresException(
                        ("PostgreSQL will not run as root and runs as '%s', which may not enter %s. Choose a data folder"
                                        + " elsewhere (--data /var/lib/loupe), or start Loupe as an ordinary user.")
                                .formatted(UNPRIVILEGED, at));
            }
        }
    }
}
