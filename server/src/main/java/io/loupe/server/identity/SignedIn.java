package io.loupe.server.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The answer to a good password or refresh token.
 *
 * @param accessToken for the header {@code Authorization: Bearer}
 * @param refreshToken good once, for the next of both
 * @param expiresIn seconds that the access token is good
 */
public record SignedIn(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("tenant_id") String tenantId) {}
