package io.loupe.server.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.loupe.index.TenantId;
import io.loupe.server.platform.secret.SecretFile;
import io.loupe.server.platform.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Access tokens: JWTs signed with HMAC-SHA-256, good for minutes. They say which session they belong to and nothing of
 * what it may do, so that signing out, another role or a disabled account take effect with the next request.
 */
@Component
final class AccessTokens {
    private static final String TENANT = "tid";
    private static final String SESSION = "sid";

    private final byte[] secret;
    private final InstantSource clock;
    private final Settings.Sessions settings;

    /** What a token says. */
    record Claims(TenantId tenant, UUID session, UUID person) {}

    AccessTokens(Settings settings, InstantSource clock) {
        // Kept in the data folder, so that a restart signs nobody out.
        this.secret =
                SecretFile.readOrDraw(settings.data().resolve("token-secret")).getBytes(StandardCharsets.US_ASCII);
        this.settings = settings.sessions();
        this.clock = clock;
    }

    long secondsValid() {
        return settings.access().toSeconds();
    }

    String issue(Claims claims) {
        Instant now = clock.instant();
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder()
                        .subject(claims.person().toString())
                        .claim(TENANT, claims.tenant().toString())
                        .claim(SESSION, claims.session().toString())
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(settings.access())))
                        .build());
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token could not be signed", e);
        }
        return token.serialize();
    }

    /** What a token says, if we signed it and it has not expired. */
    Optional<Claims> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            // The verifier takes HMAC alone: a token that names another algorithm, or none, is refused.
            if (!token.verify(new MACVerifier(secret))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
                return Optional.empty();
            }
            return Optional.of(new Claims(
                    TenantId.parse(claims.getStringClaim(TENANT)),
                    UUID.fromString(claims.getStringClaim(SESSION)),
                    UUID.fromString(claims.getSubject())));
        } catch (ParseException | JOSEException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
