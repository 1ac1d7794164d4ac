package io.loupe.server.inspection.correction;

import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.inspection.verdict.History;
import io.loupe.server.inspection.verdict.Judgement;
import io.loupe.server.library.Image;
import io.loupe.server.library.Images;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.RgbImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Finds pictures that something is said of, and opens them. */
@Component
public final class LessonPictures {
    private final History history;
    private final Images images;
    private final ObjectStore objects;
    private final PictureRoom room;

    LessonPictures(History history, Images images, ObjectStore objects, PictureRoom room) {
        this.history = history;
        this.images = images;
        this.objects = objects;
        this.room = room;
    }

    /**
     * The picture of a verdict.
     *
     * @throws ProblemException if the project has no such verdict
     */
    public LessonPicture ofVerdict(TenantId tenant, UUID project, long sequence) {
        Judgement judgement = history.get(tenant, project, sequence).judgement();
        String item = judgement.filename();
        return new LessonPicture(
                item.substring(Math.max(item.lastIndexOf('/'), item.lastIndexOf('\\')) + 1),
                judgement.picture(),
                Optional.empty());
    }

    /**
     * A picture of the library.
     *
     * @throws ProblemException if there is no such picture
     */
    public LessonPicture ofLibrary(TenantId tenant, UUID id) {
        Image image = images.get(tenant, id);
        return new LessonPicture(image.name(), new ObjectKey(image.sha256()), Optional.of(id));
    }

    /** The file of a picture. */
    Path file(TenantId tenant, ObjectKey picture) {
        return objects.find(tenant, picture).orElseThrow(() -> ProblemException.notFound("picture", picture));
    }

    /** Looks at a picture, which must not be kept longer. */
    <T> T look(TenantId tenant, String name, ObjectKey picture, Function<RgbImage, T> look) {
        try {
            byte[] bytes = Files.readAllBytes(file(tenant, picture));
            return room.look(name, bytes, (_, image) -> look.apply(image));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture %s cannot be read".formatted(picture), e);
        } catch (UnreadableImageException e) {
            throw PictureProblem.refusal(e);
        }
    }
}
