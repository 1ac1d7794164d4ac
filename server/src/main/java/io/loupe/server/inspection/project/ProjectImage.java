package io.loupe.server.inspection.project;

import io.loupe.server.objects.ObjectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture of a project. Not one in the trash: it is as if it were gone.
 *
 * @param image its id in the library
 * @param number pictures that came later have larger ones
 * @param name of the file that it came as to this project; others may have the same
 * @param picture its bytes
 * @param mask where its defect is, in a PNG of the picture's size
 */
public record ProjectImage(
        UUID image,
        long number,
        String name,
        Labelling labelling,
        ObjectKey picture,
        Optional<ObjectKey> mask,
        Instant addedAt) {}
