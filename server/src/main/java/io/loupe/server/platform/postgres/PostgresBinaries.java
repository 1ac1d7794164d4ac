package io.loupe.server.platform.postgres;

import io.loupe.vision.file.AtomicFile;
import io.loupe.vision.file.FolderTree;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs: {@code initdb}, {@code pg_ctl}, {@code postgres}, unpacked from the class path. */
final class PostgresBinaries {
    /** Names the folder; raised together with the dependency in {@code server/pom.xml}. */
    private static final String VERSION = "18.6.0";

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs below {@code parent} unless an earlier start did; a torn unpacking is not taken for one. */
    static PostgresBinaries unpackInto(Path parent) {
        Path folder = parent.resolve("programs-" + VERSION);
        if (!Files.exists(folder)) {
            try {
                Files.createDirectories(parent);
                Path unfinished = Files.createTempDirectory(parent, ".programs-");
                try {
                    unpack(unfinished);
                    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwxr-xr-x"));
                    Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
                    AtomicFile.forceFolder(parent);
                } finally {
                    FolderTree.delete(unfinished);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "Could not unpack PostgreSQL into %s (%s). Check free space (it needs 70 MB) and permissions."
                                .formatted(parent, e),
                        e);
            }
        }
        try {
            return new PostgresBinaries(folder.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Whether a running program is one of these. */
    boolean contain(Path program) {
        return program.startsWith(folder);
    }

    private static void unpack(Path folder) throws IOException {
        try (InputStream packed = open();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                write(tar, entry, folder);
                entry = tar.getNextEntry();
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("entry %s leads out of the folder".formatted(entry.getName()));
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            readableForAll(target, "rwxr-xr-x");
            return;
        }
        Files.createDirectories(target.resolveSibling("").normalize());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            readableForAll(target, (entry.getMode() & 0b001_000_000) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    /** Root unpacks, an ordinary account runs them. */
    private static void readableForAll(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    private static InputStream open() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean arm = List.of("aarch64", "arm64").contains(machine);
        String name = "/postgres-%s-%s.txz"
                .formatted(system.startsWith("mac") ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
        InputStream packed = PostgresBinaries.class.getResourceAsStream(name);
        if (packed == null) {
            throw new IOException(
                    "there is no embedded PostgreSQL for %s %s; install PostgreSQL 18 and set LOUPE_DATABASE_URL"
                            .formatted(System.getProperty("os.name"), machine));
        }
        return packed;
    }
}
