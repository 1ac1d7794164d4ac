package io.loupe.server.library;

import io.loupe.images.ImageEncoding;
import io.loupe.images.ImageHeader;
import io.loupe.images.UnreadableImageException;
import io.loupe.index.UnitVector;
import io.loupe.server.models.EmbeddingModel;
import io.loupe.server.models.FoundObject;
import io.loupe.server.models.PictureModels;
import io.loupe.server.models.PictureRoom;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.quality.PictureQuality;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at a picture: everything that its row says about its pixels. Thread-safe. */
@Component
final class Analysis {
    private static final int THUMBNAIL_SIDE = 320;

    private final PictureRoom room;
    private final PictureModels models;

    /**
     * What was seen.
     *
     * @param capturedAt when the camera says that it took the picture
     * @param thumbnail a small version, as a file
     */
    @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
    record Seen(
            String format,
            Optional<Instant> capturedAt,
            int width,
            int height,
            PerceptualHash hash,
            PictureQuality quality,
            UnitVector vector,
            EmbeddingModel model,
            List<FoundObject> objects,
            byte[] thumbnail) {}

    Analysis(PictureRoom room, PictureModels models) {
        this.room = room;
        this.models = models;
    }

    /**
     * Looks at the picture in these bytes.
     *
     * @throws UnreadableImageException if there is none
     */
    Seen look(String name, byte[] bytes) {
        return room.look(name, bytes, this::look);
    }

    private Seen look(ImageHeader header, RgbImage image) {
        return new Seen(
                header.format().name().toLowerCase(Locale.ROOT),
                header.capturedAt(),
                image.width(),
                image.height(),
                PerceptualHash.of(image),
                PictureQuality.of(image),
                models.embed(image),
                models.embedding(),
                models.detect(image),
                ImageEncoding.thumbnail(image, THUMBNAIL_SIDE));
    }
}
