package io.loupe.server.objects;

import io.loupe.index.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Addresses that open one object for a while without any other credential, so that a browser's {@code <img>} can show it.
 * The signature binds tenant, object, method, type and expiry: none can be changed. What is not kept as an object has an
 * address of its own, whose whole path is bound.
 */
public final class SignedUrls {
    private static final String HMAC = "HmacSHA256";
    private static final Duration STEP = Duration.ofHours(12);

    private final byte[] secret;
    private final InstantSource clock;

    /**
     * What an address says.
     *
     * @param method GET, which opens HEAD too
     * @param type the content type that it is answered with
     */
    public record Claim(TenantId tenant, ObjectKey key, String method, String type, Instant expires) {}

    SignedUrls(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** An address, relative to the server's, that is good from now on for this long. */
    public String toGet(TenantId tenant, ObjectKey key, String type, Duration valid) {
        Claim claim = new Claim(tenant, key, "GET", type, clock.instant().plus(valid));
        return "/objects/%s/%s?type=%s&expires=%d&signature=%s"
                .formatted(
                        tenant, key, type.replace("+", "%2B"), claim.expires().getEpochSecond(), signature(claim));
    }

    /** An address to get what is at a path, which names everything that must not be changed, the tenant first of all. */
    public String toGet(String path, Duration valid) {
        Instant expires = clock.instant().plus(valid);
        return "%s?expires=%d&signature=%s".formatted(path, expires.getEpochSecond(), signature(path, expires));
    }

    /** From 12 to 24 hours: addresses end at noon or midnight, so that a browser meets the same one again in its cache. */
    public Duration usualTime() {
        Instant now = clock.instant();
        long begun = now.getEpochSecond() / STEP.toSeconds();
        return Duration.between(now, Instant.ofEpochSecond((begun + 2) * STEP.toSeconds()));
    }

    /** Whether we signed this and it has not expired. */
    public boolean accepts(Claim claim, String signature) {
        return isGood(claim.expires(), signature(claim), signature);
    }

    /** The same of a path. */
    public boolean accepts(String path, Instant expires, String signature) {
        return isGood(expires, signature(path, expires), signature);
    }

    private boolean isGood(Instant expires, String expected, String signature) {
        return clock.instant().isBefore(expires)
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(Claim claim) {
        return signature(
                claim.method(),
                claim.tenant().toString(),
                claim.key().toString(),
                claim.type(),
                Long.toString(claim.expires().getEpochSecond()));
    }

    private String signature(String path, Instant expires) {
        return signature("GET", path, Long.toString(expires.getEpochSecond()));
    }

    private String signature(String... bound) {
        String text = String.join("\n", bound);
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret, HMAC));
            byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
