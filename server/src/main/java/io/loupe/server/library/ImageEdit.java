package io.loupe.server.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to change of a picture; null leaves it as it is. */
public record ImageEdit(
        @Nullable String name,
        @Nullable List<String> tags,
        @Nullable Map<String, String> metadata) {}
