package io.loupe.server.platform.postgres;

import io.loupe.server.platform.secret.SecretFile;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL in processes of its own, on a free port of the loopback address, with its files below one folder. What is
 * committed is on the disk: {@code fsync} stays on.
 *
 * <p>It is started so that an interrupt from the terminal does not reach it: the server finishes its requests first and
 * then stops it. When the server is killed, PostgreSQL stays; the next start (or {@link #stopOrphan}) stops it before
 * anything else. The caller holds the data folder's lock, so that whatever runs in it then is such an orphan.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    /** The role that owns the tables. */
    public static final String OWNER = "loupe_owner";

    private static final int PORT_TRIES = 5;

    private final PostgresPrograms programs;
    private final Path cluster;
    private final int port;
    private final String password;

    /** How its owner reaches a PostgreSQL that runs on this machine. */
    public record Access(int port, String password) {}

    private EmbeddedPostgres(PostgresPrograms programs, Path cluster, int port, String password) {
        this.programs = programs;
        this.cluster = cluster;
        this.port = port;
        this.password = password;
    }

    /**
     * Unpacks the programs and makes the cluster where they are missing, then starts it.
     *
     * @param folder for the programs, the cluster, its log and its password
     * @throws UnableToRunPostgresException with what to do
     * @throws UncheckedIOException if the folder cannot be written
     */
    public static EmbeddedPostgres start(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            ProgramAccount account = ProgramAccount.current();
            account.requireAccess(folder);
            PostgresPrograms programs = new PostgresPrograms(PostgresBinaries.unpackInto(folder), account);
            Path cluster = folder.resolve("cluster");
            Path passwordFile = folder.resolve("password");
            if (!Files.exists(cluster)) {
                initialise(programs, account, cluster, passwordFile);
            }
            stopOrphan(programs, cluster);
            int port = startOnAFreePort(programs, folder, cluster);
            return new EmbeddedPostgres(programs, cluster, port, Files.readString(passwordFile));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in %s: %s".formatted(folder, e), e);
        }
    }

    /** The one that a server runs in this folder; empty if none does. */
    public static Optional<Access> findRunning(Path folder) {
        try {
            Path cluster = folder.resolve("cluster");
            if (!Files.exists(cluster)) {
                return Optional.empty();
            }
            PostgresPrograms programs =
                    new PostgresPrograms(PostgresBinaries.unpackInto(folder), ProgramAccount.current());
            String password = Files.readString(folder.resolve("password"));
            return programs.port(cluster).map(port -> new Access(port, password));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be looked for in %s: %s".formatted(folder, e), e);
        }
    }

    /** Stops what a killed server left running in this folder, and says whether there was anything. */
    public static boolean stopOrphan(Path folder) {
        try {
            Path cluster = folder.resolve("cluster");
            return Files.exists(cluster)
                    && stopOrphan(
                            new PostgresPrograms(PostgresBinaries.unpackInto(folder), ProgramAccount.current()),
                            cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be stopped in %s: %s".formatted(folder, e), e);
        }
    }

    public int port() {
        return port;
    }

    /** The password of {@link #OWNER}; on the disk it is readable for its owner only. */
    public String password() {
        return password;
    }

    public Access access() {
        return new Access(port, password);
    }

    @Override
    public void close() {
        programs.stop(cluster);
    }

    /** Made under another name and renamed when done, so that a start that was cut short begins anew. */
    private static void initialise(PostgresPrograms programs, ProgramAccount account, Path cluster, Path passwordFile)
            throws IOException {
        SecretFile.readOrDraw(passwordFile);
        Path unfinished =
                cluster.resolveSibling(".cluster-" + ProcessHandle.current().pid());
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        Path handedOver = Files.createTempFile(cluster.resolveSibling(""), ".password-", ""); // its owner's alone
        try {
            Files.writeString(handedOver, Files.readString(passwordFile));
            account.own(handedOver);
            programs.initialise(unfinished, OWNER, handedOver);
        } finally {
            Files.delete(handedOver);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.forceFolder(cluster.resolveSibling(""));
    }

    private static boolean stopOrphan(PostgresPrograms programs, Path cluster) throws IOException {
        Optional<ProcessHandle> orphan = programs.running(cluster);
        if (orphan.isPresent()) {
            programs.stop(cluster);
        }
        return orphan.isPresent();
    }

    /** Between looking for a port and taking it, another program may take it: then the next one is tried. */
    private static int startOnAFreePort(PostgresPrograms programs, Path folder, Path cluster) throws IOException {
        Path log = cluster.resolve("server.log");
        List<String> failures = new ArrayList<>();
        for (int attempt = 0; attempt < PORT_TRIES; attempt++) {
            int port = freePort();
            Optional<String> failure = programs.start(cluster, log, port);
            if (failure.isEmpty()) {
                return port;
            }
            failures.add(failure.get());
        }
        throw new UnableToRunPostgresException("PostgreSQL does not start in %s. It said: %s. Its log is %s."
                .formatted(folder, failures.getLast(), log));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
