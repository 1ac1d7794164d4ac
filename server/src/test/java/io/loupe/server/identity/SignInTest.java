package io.loupe.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SignInTest {
    private final String email = Api.newEmail();
    private final Api nobody = Api.asNobody();

    @BeforeEach
    void register() {
        Answer answer =
                nobody.post("/api/auth/register", Map.of("name", "Tests", "email", email, "password", Api.PASSWORD));
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    }

    private Answer login(String address, String password) {
        return nobody.post("/api/auth/login", Map.of("email", address, "password", password));
    }

    private Answer refresh(Answer signedIn) {
        return nobody.post("/api/auth/refresh", Map.of("refresh_token", signedIn.text("refresh_token")));
    }

    @Test
    void aGoodPasswordBringsTokens() {
        Answer answer = login(email, Api.PASSWORD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().propertyNames())
                .containsExactlyInAnyOrder("access_token", "refresh_token", "expires_in", "tenant_id");
        assertThat(answer.body().path("expires_in").asInt()).isEqualTo(600);

        Answer me = Api.withToken(answer.text("access_token")).get("/api/auth/me");
        assertThat(me.text("role")).isEqualTo("administrator");
        assertThat(me.body().path("user").path("email").asString()).isEqualTo(email);
        assertThat(me.text("tenant_id")).isEqualTo(answer.text("tenant_id"));
    }

    @Test
    void anAddressIsTheSameInCapitals() {
        assertThat(login(email.toUpperCase(Locale.ROOT), Api.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreAnsweredAlike() {
        Answer wrong = login(email, "not the password");
        Answer unknown = login(Api.newEmail(), Api.PASSWORD);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("not_signed_in");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.text("detail")).isEqualTo(wrong.text("detail"));
    }

    @Test
    void aRefreshTokenBringsTheNextOnes() {
        Answer first = login(email, Api.PASSWORD);
        Answer second = refresh(first);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
        assertThat(Api.withToken(second.text("access_token"))
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aRefreshTokenThatComesTwiceEndsTheSessionForBoth() {
        Answer first = login(email, Api.PASSWORD);
        Answer second = refresh(first);
        assertThat(refresh(first).status()).isEqualTo(401);
        assertThat(refresh(second).status()).isEqualTo(401);
        assertThat(Api.withToken(second.text("access_token"))
                        .get("/api/auth/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void afterSigningOutNoTokenIsGood() {
        Answer signedIn = login(email, Api.PASSWORD);
        Api caller = Api.withToken(signedIn.text("access_token"));
        assertThat(caller.post("/api/auth/logout", "").status()).isEqualTo(204);
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(401);
        assertThat(refresh(signedIn).status()).isEqualTo(401);
    }

    @Test
    void aTokenThatWasTamperedWithIsRefused() {
        String[] parts = login(email, Api.PASSWORD).text("access_token").split("\\.", -1);
        String unsigned = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        String other = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
        for (String token : new String[] {unsigned, other, "no token", ""}) {
            assertThat(Api.withToken(token).get("/api/auth/me").status())
                    .as(token)
                    .isEqualTo(401);
        }
    }

    @Test
    void aNewPasswordEndsAllSessionsAndIsTheOnlyGoodOne() {
        Api caller = Api.signIn(email, Api.PASSWORD);
        assertThat(caller.post(
                                "/api/auth/password",
                                Map.of("current_password", "wrong", "new_password", "x".repeat(12)))
                        .status())
                .isEqualTo(403);
        assertThat(caller.post("/api/auth/password", Map.of("current_password", Api.PASSWORD, "new_password", "short"))
                        .status())
                .isEqualTo(422);
        assertThat(caller.post(
                                "/api/auth/password",
                                Map.of("current_password", Api.PASSWORD, "new_password", "another long password"))
                        .status())
                .isEqualTo(204);
        assertThat(caller.get("/api/auth/me").status()).isEqualTo(401);
        assertThat(login(email, Api.PASSWORD).status()).isEqualTo(401);
        assertThat(login(email, "another long password").status()).isEqualTo(200);
    }

    @Test
    void whoGuessesIsSlowedDownAndToldForHowLong() {
        for (int i = 0; i < LoginThrottle.FREE_FOR_AN_ADDRESS; i++) {
            assertThat(login(email, "not the password").status()).isEqualTo(401);
        }
        Answer answer = login(email, Api.PASSWORD);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.raw().headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void anAddressBelongsToOnePerson() {
        Answer answer =
                nobody.post("/api/auth/register", Map.of("name", "Again", "email", email, "password", Api.PASSWORD));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("detail")).contains("signs in as '%s' already".formatted(email));
    }
}
