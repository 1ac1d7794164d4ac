package io.loupe.server.library;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where pictures come from, and what they are tagged with when they come.
 *
 * @param owner the person who brings them; empty for a program
 */
public record Origin(Source source, Optional<UUID> owner, List<String> tags) {
    public Origin {
        tags = Tags.checked(tags);
    }
}
