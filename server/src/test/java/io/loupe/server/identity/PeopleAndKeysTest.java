package io.loupe.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.server.Api;
import io.loupe.server.Api.Answer;
import io.loupe.server.TestServer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

final class PeopleAndKeysTest {
    private final Api administrator = Api.ofNewTenant();

    private Answer addUser(String email, String role) {
        return administrator.post("/api/users", Map.of("email", email, "role", role, "password", Api.PASSWORD));
    }

    private String ownId() {
        return administrator.get("/api/auth/me").body().path("user").path("id").asString();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aUserHasTheRoleTheyWereGiven(Role role) {
        String email = Api.newEmail();
        assertThat(addUser(email, role.text()).status()).isEqualTo(201);
        Api user = Api.signIn(email, Api.PASSWORD);
        assertThat(user.get("/api/auth/me").text("role")).isEqualTo(role.text());
        assertThat(user.get("/api/users").status()).isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
    }

    @Test
    void anotherRoleCountsFromTheNextRequestOn() {
        String email = Api.newEmail();
        String id = addUser(email, "administrator").text("id");
        Api user = Api.signIn(email, Api.PASSWORD);
        assertThat(user.get("/api/users").status()).isEqualTo(200);
        assertThat(administrator
                        .patch("/api/users/" + id, Map.of("role", "viewer"))
                        .status())
                .isEqualTo(200);
        assertThat(user.get("/api/users").status()).isEqualTo(403);
    }

    @Test
    void whoIsDisabledOrRemovedIsOutAtOnce() {
        String email = Api.newEmail();
        String id = addUser(email, "viewer").text("id");
        Api user = Api.signIn(email, Api.PASSWORD);
        administrator.patch("/api/users/" + id, Map.of("disabled", true));
        assertThat(user.get("/api/auth/me").status()).isEqualTo(401);
        administrator.patch("/api/users/" + id, Map.of("disabled", false));
        Api again = Api.signIn(email, Api.PASSWORD);
        assertThat(again.get("/api/auth/me").status()).isEqualTo(200);
        assertThat(administrator.delete("/api/users/" + id).status()).isEqualTo(204);
        assertThat(again.get("/api/auth/me").status()).isEqualTo(401);
        assertThat(administrator.get("/api/users/" + id).status()).isEqualTo(404);
    }

    @Test
    void oneAdministratorAlwaysStays() {
        String path = "/api/users/" + ownId();
        for (Answer answer : new Answer[] {
            administrator.patch(path, Map.of("role", "engineer")),
            administrator.patch(path, Map.of("disabled", true)),
            administrator.delete(path)
        }) {
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("detail")).contains("the last administrator");
        }
        assertThat(administrator.get("/api/auth/me").text("role")).isEqualTo("administrator");
    }

    @Test
    void anotherTenantsPeopleAndKeysAreNotThere() {
        Api stranger = Api.ofNewTenant();
        String user = "/api/users/" + ownId();
        String key = "/api/keys/"
                + administrator
                        .post("/api/keys", Map.of("name", "line 7", "role", "viewer"))
                        .text("id");
        assertThat(stranger.get(user).status()).isEqualTo(404);
        assertThat(stranger.patch(user, Map.of("disabled", true)).status()).isEqualTo(404);
        assertThat(stranger.delete(user).status()).isEqualTo(404);
        assertThat(stranger.delete(key).status()).isEqualTo(404);
        assertThat(stranger.get("/api/keys").body().path("items")).isEmpty();
        assertThat(stranger.get("/api/users").body().path("items")).hasSize(1);
    }

    @Test
    void aKeyOpensWhatItsRoleMayUntilItIsRemoved() {
        Answer made = administrator.post("/api/keys", Map.of("name", "line 7", "role", "operator"));
        assertThat(made.status()).isEqualTo(201);
        Api program = Api.withKey(made.text("secret"));
        assertThat(program.get("/api/auth/me").text("role")).isEqualTo("operator");
        assertThat(program.get("/api/keys").status()).isEqualTo(403);

        JsonNode listed = administrator.get("/api/keys").body().path("items").path(0);
        assertThat(listed.propertyNames()).doesNotContain("secret", "sha256");
        assertThat(made.text("secret")).startsWith(listed.path("hint").asString());

        assertThat(administrator.delete("/api/keys/" + made.text("id")).status())
                .isEqualTo(204);
        assertThat(program.get("/api/auth/me").status()).isEqualTo(401);
    }

    @Test
    void aLongListComesInParts() {
        for (int i = 0; i < 5; i++) {
            administrator.post("/api/keys", Map.of("name", "key " + i, "role", "viewer"));
        }
        Set<String> seen = new HashSet<>();
        String path = "/api/keys?limit=2";
        int parts = 0;
        for (String next = ""; next != null; parts++) {
            Answer part = administrator.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
            part.body().path("items").forEach(key -> seen.add(key.path("id").asString()));
            next = part.body().path("next").isMissingNode() ? null : part.text("next");
        }
        assertThat(parts).isEqualTo(3);
        assertThat(seen).hasSize(5);
    }

    @Test
    void whatIsMissingOrWrongIsSaid() {
        assertThat(addUser("no address", "viewer").text("detail")).contains("email should be an e-mail address");
        assertThat(addUser(Api.newEmail(), "boss").text("detail"))
                .contains("'boss' is no role; there are viewer, operator, engineer, administrator");
        assertThat(administrator.post("/api/users", Map.of("role", "viewer")).text("detail"))
                .isEqualTo("email is missing.");
        assertThat(administrator.get("/api/keys?limit=0").text("detail")).contains("it goes from 1 to 500");
        assertThat(administrator.get("/api/keys?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void theDemoIsATenantOfItsOwnWhosePasswordIsNewWithEveryCall() {
        Tenants tenants = TestServer.bean(Tenants.class);
        Tenants.SignIn before = tenants.openDemo();
        Tenants.SignIn now = tenants.openDemo();
        assertThat(Api.asNobody()
                        .post("/api/auth/login", Map.of("email", before.email(), "password", before.password()))
                        .status())
                .isEqualTo(401);
        Api demo = Api.signIn(now.email(), now.password());
        assertThat(demo.get("/api/auth/me").text("role")).isEqualTo("administrator");
        assertThat(demo.get("/api/users").body().path("items")).hasSize(1);
    }
}
