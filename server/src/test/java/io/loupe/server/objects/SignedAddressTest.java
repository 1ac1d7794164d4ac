package io.loupe.server.objects;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.index.TenantId;
import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.TestServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signed addresses as a browser uses them. */
final class SignedAddressTest {
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final Api browser = Api.asNobody();
    private String address = "";
    private String tag = "";

    @BeforeEach
    void keepSomething() {
        ObjectKey key = TestServer.bean(ObjectStore.class)
                .put(TENANT, new ByteArrayInputStream("0123456789".getBytes(StandardCharsets.UTF_8)), 100)
                .key();
        address = TestServer.bean(SignedUrls.class).toGet(TENANT, key, "image/svg+xml", Duration.ofMinutes(1));
        tag = "\"%s\"".formatted(key);
    }

    private static String header(Answer answer, String name) {
        return answer.raw().headers().firstValue(name).orElse("");
    }

    @Test
    void openWithoutAnyOtherCredential() {
        Answer answer = browser.get(address);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
        assertThat(answer.raw().body()).isEqualTo("0123456789");
        assertThat(header(answer, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(answer, "ETag")).isEqualTo(tag);
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void giveAPartWhereAPartIsAskedFor() {
        Answer answer = browser.with("Range", "bytes=2-4").get(address);
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.raw().body()).isEqualTo("234");
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes 2-4/10");
        assertThat(browser.with("Range", "bytes=99-").get(address).status()).isEqualTo(416);
    }

    @Test
    void sendNothingTwice() {
        assertThat(browser.with("If-None-Match", tag).get(address).status()).isEqualTo(304);
        assertThat(browser.send("HEAD", address, null).raw().body()).isEmpty();
    }

    @Test
    void areRefusedOnceChanged() {
        String otherTenant =
                address.replace(TENANT.toString(), UUID.randomUUID().toString());
        String noHash = address.replaceFirst("[0-9a-f]{64}", "x");
        String longer = address.replaceFirst("expires=\\d+", "expires=" + Long.MAX_VALUE);
        for (String changed : new String[] {otherTenant, noHash, longer, address + "x"}) {
            Answer answer = browser.get(changed);
            assertThat(answer.status()).as(changed).isEqualTo(403);
            assertThat(answer.text("detail")).contains("has expired or was changed");
        }
    }
}
