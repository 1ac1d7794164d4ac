package io.loupe.server.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/** Somebody who can sign in. */
public record Person(
        UUID id,
        String email,
        Role role,
        boolean disabled,
        @JsonProperty("created_at") Instant createdAt) {}
