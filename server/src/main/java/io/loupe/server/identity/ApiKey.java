package io.loupe.server.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A key for programs, without its secret.
 *
 * @param hint the beginning of the secret, to tell keys apart
 */
public record ApiKey(
        UUID id,
        String name,
        String hint,
        Role role,
        @JsonProperty("created_at") Instant createdAt) {}
