package io.loupe.server.library;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a list goes on: behind a value of what it is sorted by, and an id. So pictures that come or go meanwhile neither
 * repeat others nor hide them. It is good for the very list it was given for.
 *
 * @param list what was asked for, in words that differ where lists do
 * @param place empty for the start
 */
public record ImageCursor(String list, Optional<Place> place) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    /** Behind which picture to go on. */
    record Place(String value, UUID image) {}

    /**
     * Reads a cursor; null is the start.
     *
     * @throws ProblemException if it is none, or one of another list
     */
    public static ImageCursor of(@Nullable String text, ImageSort sort, boolean trashed, String filter) {
        String list = "%s %s %08x"
                .formatted(
                        sort.text(),
                        trashed ? "trashed" : "live",
                        filter.strip().hashCode());
        if (text == null) {
            return new ImageCursor(list, Optional.empty());
        }
        try {
            List<String> parts =
                    JSON.readValue(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8), TEXTS);
            if (parts.size() != 3) {
                throw new IllegalArgumentException("a cursor has three parts");
            }
            if (!parts.getFirst().equals(list)) {
                throw refused("cursor belongs to another filter, sort or state: leave it out to begin anew.");
            }
            sort.check(parts.get(1));
            return new ImageCursor(list, Optional.of(new Place(parts.get(1), UUID.fromString(parts.get(2)))));
        } catch (IllegalArgumentException | JacksonException _) {
            throw refused("cursor should be what an answer gave as 'next', or be left out.");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(ProblemCode.INVALID_REQUEST, detail);
    }

    /** The cursor that brings what follows this picture. */
    String behind(Image image, ImageSort sort) {
        String json = JSON.writeValueAsString(
                List.of(list, sort.valueOf(image), image.id().toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
