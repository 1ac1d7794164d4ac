package io.loupe.server.objects;

import io.loupe.index.TenantId;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Objects as files: {@code objects/TENANT/ab/cd/abcd...}. The hash is known only when all bytes have come, so they go to a
 * file in {@code incoming} first, which is forced to disk and renamed. What a killed server left there goes with the next
 * start.
 */
final class FileObjectStore implements ObjectStore {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int DEPTH = 3; // ab/cd/abcd...

    private final Path folder;
    private final Path incoming;

    FileObjectStore(Path folder) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        try {
            Files.createDirectories(incoming);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            try (Stream<Path> torn = Files.list(incoming)) {
                for (Path file : torn.toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder %s cannot be used: %s".formatted(folder, e), e);
        }
    }

    @Override
    public Kept put(TenantId tenant, InputStream bytes, long limitBytes) {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try {
            try {
                Kept kept = write(file, bytes, limitBytes);
                Path target = path(tenant, kept.key());
                Files.createDirectories(target.resolveSibling(""));
                Files.move(file, target, StandardCopyOption.ATOMIC_MOVE); // over the same bytes, if they came before
                AtomicFile.forceFolder(target.resolveSibling("").normalize());
                return kept;
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The object could not be kept in %s: %s".formatted(folder, e), e);
        }
    }

    private static Kept write(Path file, InputStream bytes, long limitBytes) throws IOException {
        MessageDigest hash = ObjectKey.newHash();
        long count = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                count += read;
                if (count > limitBytes) {
                    throw new ProblemException(
                            ProblemCode.TOO_LARGE, "The file is larger than %,d bytes.".formatted(limitBytes));
                }
                hash.update(buffer, 0, read);
                ByteBuffer part = ByteBuffer.wrap(buffer, 0, read);
                while (part.hasRemaining()) {
                    channel.write(part);
                }
            }
            channel.force(true);
        }
        return new Kept(ObjectKey.ofHash(hash.digest()), count);
    }

    @Override
    public Optional<Path> find(TenantId tenant, ObjectKey key) {
        return Optional.of(path(tenant, key)).filter(Files::isRegularFile);
    }

    @Override
    public boolean remove(TenantId tenant, ObjectKey key) {
        try {
            return Files.deleteIfExists(path(tenant, key));
        } catch (IOException e) {
            throw new UncheckedIOException("The object %s could not be removed: %s".formatted(key, e), e);
        }
    }

    @Override
    public List<TenantId> tenants() {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(path -> !path.equals(incoming))
                    .map(path -> TenantId.parse(path.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<ObjectKey> keptBefore(TenantId tenant, Instant time) {
        Path ofTenant = folder.resolve(tenant.toString());
        if (!Files.exists(ofTenant)) {
            return List.of();
        }
        try (Stream<Path> files = Files.find(
                ofTenant,
                DEPTH,
                (_, attributes) -> attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().isBefore(time))) {
            return files.map(file -> new ObjectKey(file.getFileName().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(Exception e) {
        return new UncheckedIOException(new IOException("The folder %s cannot be read: %s".formatted(folder, e), e));
    }

    private Path path(TenantId tenant, ObjectKey key) {
        String name = key.sha256();
        return folder.resolve(tenant.toString())
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }
}
