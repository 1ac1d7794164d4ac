package io.loupe.server.imports;

import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where ZIP files lie for some days, so that an import can go on after a kill and be tried again. */
@Component
final class ZipFolder {
    private static final Duration KEPT = Duration.ofDays(3);

    private final Path folder;
    private final InstantSource clock;

    ZipFolder(Settings settings, InstantSource clock) {
        this.folder = settings.data().resolve("imports");
        this.clock = clock;
    }

    /** Keeps a file; when this returns, it lasts through a power cut. */
    Path keep(ImportPlaces.ZipUpload upload) {
        Path file = folder.resolve(UUID.randomUUID() + ".zip");
        try {
            Files.createDirectories(folder);
            upload.moveTo(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            AtomicFile.forceFolder(folder);
            return file;
        } catch (IOException e) {
            remove(file);
            throw new UncheckedIOException("The ZIP file could not be kept in %s: %s".formatted(folder, e), e);
        }
    }

    void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The ZIP file %s could not be removed".formatted(file), e);
        }
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "P1D")
    void removeOld() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Instant before = clock.instant().minus(KEPT);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    remove(file);
                }
            }
        }
    }
}
