package io.loupe.server.platform.health;

import io.loupe.server.platform.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/** Whether the disk with the data folder has room left. */
@Component
final class DiskHealth implements HealthPart {
    private static final double GIBIBYTE = 1L << 30;
    private static final double ENOUGH_GIBIBYTES = 1;

    private final Path data;

    DiskHealth(Settings settings) {
        this.data = settings.data();
    }

    @Override
    public String name() {
        return "disk";
    }

    @Override
    public Health check() {
        try {
            FileStore disk = Files.getFileStore(data);
            return of(disk.getUsableSpace() / GIBIBYTE, disk.getTotalSpace() / GIBIBYTE);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be looked at", e);
        }
    }

    static Health of(double freeGibibytes, double totalGibibytes) {
        String free = "%.1f of %.1f GiB are free where the data folder is.".formatted(freeGibibytes, totalGibibytes);
        return freeGibibytes < ENOUGH_GIBIBYTES
                ? Health.degraded(free + " Make room before it is full; uploads are refused then.")
                : Health.ok(free);
    }
}
