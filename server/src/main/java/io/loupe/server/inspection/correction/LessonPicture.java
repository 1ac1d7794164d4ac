package io.loupe.server.inspection.correction;

import io.loupe.server.objects.ObjectKey;
import java.util.Optional;
import java.util.UUID;

/**
 * A picture that something is said of.
 *
 * @param name of the file that it came as
 * @param picture its bytes
 * @param image its id in the library; empty if it is not there yet
 */
public record LessonPicture(String name, ObjectKey picture, Optional<UUID> image) {}
