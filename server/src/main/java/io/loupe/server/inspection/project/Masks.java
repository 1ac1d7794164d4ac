package io.loupe.server.inspection.project;

import io.loupe.images.ImageEncoding;
import io.loupe.images.UnreadableImageException;
import io.loupe.index.TenantId;
import io.loupe.server.library.Image;
import io.loupe.server.library.Images;
import io.loupe.server.library.Upload;
import io.loupe.server.models.PictureProblem;
import io.loupe.server.models.PictureRoom;
import io.loupe.server.objects.ObjectKey;
import io.loupe.server.objects.ObjectStore;
import io.loupe.server.objects.ObjectSweep;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.loupe.vision.image.BinaryMask;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where the defects of a project's pictures are. Masks are kept at the size of their pictures. */
@Component
public class Masks {
    private final ProjectImages images;
    private final Images library;
    private final PictureRoom room;
    private final ObjectStore objects;
    private final ObjectSweep sweep;

    Masks(ProjectImages images, Images library, PictureRoom room, ObjectStore objects, ObjectSweep sweep) {
        this.images = images;
        this.library = library;
        this.room = room;
        this.objects = objects;
        this.sweep = sweep;
    }

    /**
     * Lays a mask over a picture.
     *
     * @param file a picture: what is not black is the defect
     * @throws ProblemException if it is none or marks nothing, or the project has no such picture labelled a defect
     */
    public void put(TenantId tenant, UUID project, UUID image, Upload file) {
        ProjectImage before = images.get(tenant, project, image);
        if (before.labelling().label() != Label.DEFECT) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "'%s' is labelled good, and a good part has no mask. Label it defect first."
                            .formatted(before.name()));
        }
        byte[] png = read(library.get(tenant, image), file);
        sweep.keeping(() -> {
            ObjectKey mask = objects.put(tenant, new ByteArrayInputStream(png), png.length)
                    .key();
            return images.setMask(tenant, project, image, Optional.of(mask));
        });
        removeUnused(tenant, before);
    }

    private byte[] read(Image image, Upload file) {
        try {
            return room.lookAtMask(
                    file.name(),
                    room.read(file.content()::open),
                    mask -> png(mask.resized(image.height(), image.width()), file.name()));
        } catch (UnreadableImageException e) {
            throw PictureProblem.refusal(e);
        }
    }

    private static byte[] png(BinaryMask mask, String name) {
        if (mask.area() == 0) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "The mask '%s' is black all over and marks nothing. Paint the defect white.".formatted(name));
        }
        return ImageEncoding.png(mask);
    }

    /**
     * Forgets where the defect of a picture is.
     *
     * @throws ProblemException if the project has no such picture
     */
    public void remove(TenantId tenant, UUID project, UUID image) {
        ProjectImage before = images.get(tenant, project, image);
        images.setMask(tenant, project, image, Optional.empty());
        removeUnused(tenant, before);
    }

    /** Makes an end of the mask that a picture had, unless somebody uses it still. */
    void removeUnused(TenantId tenant, ProjectImage before) {
        sweep.removeUnused(tenant, before.mask().map(Set::of).orElse(Set.of()));
    }
}
