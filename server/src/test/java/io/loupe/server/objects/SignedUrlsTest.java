package io.loupe.server.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.objects.SignedUrls.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SignedUrlsTest {
    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final ObjectKey KEY = new ObjectKey("a".repeat(64));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant now = START;
    private final SignedUrls urls = new SignedUrls(new byte[] {1, 2, 3}, () -> now);

    private final Claim claim = new Claim(TENANT, KEY, "GET", "image/png", START.plusSeconds(60));

    private String sign() {
        return urls.toGet(TENANT, KEY, "image/png", Duration.ofSeconds(60)).replaceFirst(".*signature=", "");
    }

    @Test
    void whatWasSignedIsAcceptedUntilItExpires() {
        String signature = sign();
        assertThat(urls.accepts(claim, signature)).isTrue();
        now = START.plusSeconds(59);
        assertThat(urls.accepts(claim, signature)).isTrue();
        now = START.plusSeconds(60);
        assertThat(urls.accepts(claim, signature)).isFalse();
    }

    @Test
    void nothingOfItCanBeChanged() {
        String signature = sign();
        TenantId otherTenant = new TenantId(new UUID(0, 2));
        ObjectKey otherKey = new ObjectKey("b".repeat(64));
        for (Claim changed : new Claim[] {
            new Claim(otherTenant, KEY, "GET", "image/png", claim.expires()),
            new Claim(TENANT, otherKey, "GET", "image/png", claim.expires()),
            new Claim(TENANT, KEY, "PUT", "image/png", claim.expires()),
            new Claim(TENANT, KEY, "GET", "text/html", claim.expires()),
            new Claim(TENANT, KEY, "GET", "image/png", claim.expires().plusSeconds(1))
        }) {
            assertThat(urls.accepts(changed, signature)).as("%s", changed).isFalse();
        }
        assertThat(urls.accepts(claim, "")).isFalse();
    }

    @Test
    void aPathIsBoundAsAWholeUntilItExpires() {
        Instant expires = START.plusSeconds(60);
        String signature = urls.toGet("/a/1", Duration.ofSeconds(60)).replaceFirst(".*signature=", "");
        assertThat(urls.accepts("/a/1", expires, signature)).isTrue();
        assertThat(urls.accepts("/a/2", expires, signature)).isFalse();
        assertThat(urls.accepts("/a/1", expires.plusSeconds(1), signature)).isFalse();
        now = expires;
        assertThat(urls.accepts("/a/1", expires, signature)).isFalse();
    }

    @Test
    void anotherServersSignatureIsNotOurs() {
        SignedUrls other = new SignedUrls(new byte[] {3, 2, 1}, () -> now);
        assertThat(other.accepts(claim, sign())).isFalse();
    }
}
