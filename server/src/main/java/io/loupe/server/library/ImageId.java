package io.loupe.server.library;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.github.f4b6a3.ulid.Ulid;
import io.loupe.server.platform.problem.ProblemException;
import java.util.UUID;

/** A picture's id as callers see it: a ULID, which sorts by time as text. The database has the same 128 bits as a UUID. */
public record ImageId(UUID value) {
    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is no id
     */
    @JsonCreator
    public static ImageId of(String text) {
        if (!Ulid.isValid(text)) {
            throw new IllegalArgumentException("'%s' is no image_id; it has 26 letters and digits".formatted(text));
        }
        return new ImageId(Ulid.from(text).toUuid());
    }

    /**
     * Reads an id out of a path.
     *
     * @throws ProblemException that there is no such picture, if it is no id
     */
    public static ImageId inPath(String text) {
        if (!Ulid.isValid(text)) {
            throw ProblemException.notFound("picture", text);
        }
        return of(text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Ulid.from(value).toString();
    }
}
