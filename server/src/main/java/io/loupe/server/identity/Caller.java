package io.loupe.server.identity;

import io.loupe.index.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who sends a request.
 *
 * @param credential the session or API key that was presented
 * @param person who signed in; empty for an API key, which acts for its tenant
 */
public record Caller(TenantId tenant, UUID credential, Optional<UUID> person, Role role) {}
