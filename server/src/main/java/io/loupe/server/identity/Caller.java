package io.loupe.server.identity;

import io.loupe.index.TenantId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who sends a request.
 *
 * @param credential the session or API key that was presented
 * @param person who signed in; empty for an API key, which acts for its tenant
 * @param name for the record: the person's e-mail address, or what the key is called
 */
public record Caller(TenantId tenant, UUID credential, Optional<UUID> person, String name, Role role) {}
