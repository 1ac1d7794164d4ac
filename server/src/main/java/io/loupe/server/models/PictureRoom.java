package io.loupe.server.models;

import io.loupe.images.ImageFiles;
import io.loupe.images.ImageHeader;
import io.loupe.images.ImageLimits;
import io.loupe.images.UnreadableImageException;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.server.platform.settings.Settings;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.core.io.InputStreamSource;
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

    private final int mostFiles;
    private final ImageLimits limits;
    private final int permits;
    private final Semaphore room;

    PictureRoom(Settings settings) {
        this.mostFiles = settings.uploads().files();
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
     * Checks the number of files that a request has.
     *
     * @throws ProblemException if there are more than the settings allow
     */
    public void requireFew(Collection<?> files) {
        if (files.size() > mostFiles) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE,
                    "These are %d files; a request takes %d (setting uploads.files)."
                            .formatted(files.size(), mostFiles));
        }
    }

    /**
     * The bytes of a file, to be looked at: of one that is too large no more than it takes to tell that it is.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public byte[] read(InputStreamSource file) {
        try (InputStream in = file.getInputStream()) {
            return in.readNBytes(Math.toIntExact(limits.maxBytes() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks at the picture in a file, which must not be kept longer.
     *
     * @param name what to call it in messages
     * @param bytes the whole file
     * @throws UnreadableImageException if there is none, or more than the settings allow
     */
    public <T> T look(String name, byte[] bytes, BiFunction<ImageHeader, RgbImage, T> look) {
        return inside(name, bytes, header -> look.apply(header, ImageFiles.read(name, bytes, limits)));
    }

    /** As {@link #look}, at a mask: set is what is not black. */
    public <T> T lookAtMask(String name, byte[] bytes, Function<BinaryMask, T> look) {
        return inside(name, bytes, _ -> look.apply(ImageFiles.readMask(name, bytes, limits)));
    }

    private <T> T inside(String name, byte[] bytes, Function<ImageHeader, T> work) {
        ImageHeader header = ImageFiles.probe(name, bytes, limits);
        long pixels = (long) header.height() * header.width();
        int taken = (int) Math.min(permits, 1 + pixels / PIXELS_OF_PERMIT); // one that is larger than all has it alone
        room.acquireUninterruptibly(taken);
        try {
            return work.apply(header);
        } finally {
            room.release(taken);
        }
    }
}
