package io.loupe.server.models;

import io.loupe.images.ImageFiles;
import io.loupe.images.ImageHeader;
import io.loupe.images.ImageLimits;
import io.loupe.images.UnreadableImageException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.image.RgbImage;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;

/**
 * Where picture files become pixels. Pixels take much more memory than files, so that only as many pictures are looked at a
 * time as fit together into a share of the heap; others wait in the order in which they came. Thread-safe.
 */
@Component
public final class PictureRoom {
    private static final int LONGEST_SIDE = 32_768;
    private static final int BYTES_OF_PIXEL = 8; // while it is decoded
    private static final int SHARE_OF_HEAP = 4;
    private static final int PIXELS_OF_PERMIT = 1 << 16;

    private final ImageLimits limits;
    private final int permits;
    private final Semaphore room;

    PictureRoom(Settings settings) {
        this.limits = new ImageLimits(
                settings.uploads().fileBytes(), settings.uploads().pixels(), LONGEST_SIDE);
        long pixels = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / BYTES_OF_PIXEL;
        this.permits = Math.toIntExact(Math.max(1, pixels / PIXELS_OF_PERMIT));
        this.room = new Semaphore(permits, true);
    }

    /** The most that a file may be. */
    public ImageLimits limits() {
        return limits;
    }

    /**
     * Looks at the picture in a file, which must not be kept longer.
     *
     * @param name what to call it in messages
     * @param bytes the whole file
     * @throws UnreadableImageException if there is none, or more than the settings allow
     */
    public <T> T look(String name, byte[] bytes, BiFunction<ImageHeader, RgbImage, T> look) {
        ImageHeader header = ImageFiles.probe(name, bytes, limits);
        long pixels = (long) header.height() * header.width();
        int taken = (int) Math.min(permits, 1 + pixels / PIXELS_OF_PERMIT); // one that is larger than all has it alone
        room.acquireUninterruptibly(taken);
        try {
            return look.apply(header, ImageFiles.read(name, bytes, limits));
        } finally {
            room.release(taken);
        }
    }
}
