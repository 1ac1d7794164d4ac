package io.loupe.server;

import io.loupe.server.platform.postgres.EmbeddedPostgres;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The folder that holds everything a server has, and says whether one is running on it. */
public final class DataFolder {
    /**
     * The folders that this process holds. POSIX forgets a process's locks on a file as soon as it closes any channel to
     * it, so that it must not even look whether its own are locked.
     */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** A server that runs on a data folder, as others see it. */
    public record Running(ProcessHandle process, URI address) {}

    /** Holds the folder until it is closed. */
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    public static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    /**
     * Where the data lies unless somebody says otherwise: {@code LOUPE_DATA}, else {@code /var/lib/loupe} for root, whose
     * home the database's account may not enter, else {@code loupe/data} where this system keeps programs' data.
     */
    public static DataFolder ofUser() {
        return at(
                userFolder(System.getenv(), System.getProperty("user.name"), Path.of(System.getProperty("user.home"))));
    }

    static Path userFolder(Map<String, String> environment, String user, Path home) {
        String chosen = environment.getOrDefault("LOUPE_DATA", "");
        if (!chosen.isBlank()) {
            return Path.of(chosen);
        }
        if (user.equals("root")) {
            return Path.of("/var/lib/loupe");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local/share") : Path.of(data)).resolve("loupe/data");
    }

    public Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** Where files of requests lie while they come; what a killed server left there is of no use. */
    static Path uploads(Path data) {
        return data.resolve("uploads");
    }

    void clearUploads() {
        Path uploads = uploads(path);
        try {
            Files.createDirectories(uploads);
            try (Stream<Path> left = Files.list(uploads)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used: %s".formatted(uploads, e), e);
        }
    }

    Path log() {
        return path.resolve("logs").resolve("loupe.log");
    }

    /**
     * Takes the folder for this process until the answer is closed (or the process ends, however it ends).
     *
     * @throws UnableToStartException if another server has it
     */
    Lock lock() {
        try {
            Files.createDirectories(path);
            if (!HELD_HERE.add(path)) {
                throw isTaken();
            }
            FileChannel channel = openLock();
            if (channel.tryLock() == null) {
                HELD_HERE.remove(path);
                channel.close();
                throw isTaken();
            }
            return () -> {
                channel.close();
                HELD_HERE.remove(path);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder %s cannot be used (%s). Choose another one with --data.".formatted(path, e), e);
        }
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private UnableToStartException isTaken() {
        return new UnableToStartException("Loupe is running on %s already%s. './loupe stop' ends it."
                .formatted(
                        path,
                        running().map(server -> ", at " + server.address()).orElse("")));
    }

    /** Says that this process serves the folder. */
    void announce(URI address) {
        AtomicFile.writeText(
                announcement(), "%d%n%s%n".formatted(ProcessHandle.current().pid(), address));
    }

    void withdraw() {
        try {
            Files.deleteIfExists(announcement());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server that runs on this folder; what a killed one announced does not count. */
    public Optional<Running> running() {
        try {
            if (!Files.exists(announcement()) || !isLocked()) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(announcement());
            return ProcessHandle.of(Long.parseLong(lines.get(0)))
                    .map(process -> new Running(process, URI.create(lines.get(1))));
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder %s cannot be read: %s".formatted(path, e), e);
        }
    }

    /** Stops the database that a killed server left running, and says whether there was one. */
    public boolean stopOrphan() {
        return running().isEmpty() && EmbeddedPostgres.stopOrphan(postgres());
    }

    private boolean isLocked() throws IOException {
        if (HELD_HERE.contains(path)) {
            return true;
        }
        try (FileChannel channel = openLock()) {
            return channel.tryLock() == null;
        }
    }

    private Path announcement() {
        return path.resolve("server");
    }
}
