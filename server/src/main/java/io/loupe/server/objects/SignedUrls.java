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
 * The signature binds tenant, object, method, type and expiry: none can be changed.
 */
public final class SignedUrls {
    private static final String HMAC = "HmacSHA256";

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

    /** Whether we signed this and it has not expired. */
    public boolean accepts(Claim claim, String signature) {
        return clock.instant().isBefore(claim.expires())
                && MessageDigest.isEqual(
                        signature(claim).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.US_ASCII));
    }

    private String signature(Claim claim) {
        String text = String.join(
                "\n",
                claim.method(),
                claim.tenant().toString(),
                claim.key().toString(),
                claim.type(),
                Long.toString(claim.expires().getEpochSecond()));
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
