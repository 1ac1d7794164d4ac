package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.server.Api.Answer;
import io.loupe.server.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Walks over every operation of the OpenAPI file as those who must not get through: nobody, a lower role, another tenant,
 * and with bodies that must not be taken. An operation is covered by being in the file.
 */
@TestInstance(Lifecycle.PER_CLASS)
final class ApiWalkTest {
    private static final String HUGE = "{\"text\":\"" + "x".repeat(1 << 17) + "\"}";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Api owner = Api.ofNewTenant();
    private final Api stranger = Api.ofNewTenant();

    /** An operation of the API; without a role it is open to all. */
    record Operation(String method, String path, Optional<Role> role, boolean takesBody, boolean namesThing) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    void fillTheOwnersTenant() {
        owner.post("/api/keys", Map.of("name", "a key to be seen by its tenant alone", "role", "viewer"));
    }

    static List<Operation> operations() throws IOException {
        JsonNode file = new JsonMapper().readTree(Files.readString(OpenApiTest.COMMITTED));
        List<Operation> operations = new ArrayList<>();
        file.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation ->
                                operations.add(operation(path.getKey(), operation.getKey(), operation.getValue()))));
        return operations;
    }

    private static Operation operation(String path, String method, JsonNode description) {
        JsonNode role = description.path("x-required-role");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                role.isMissingNode() ? Optional.empty() : Optional.of(Role.of(role.asString())),
                description.has("requestBody"),
                path.contains("{"));
    }

    /** The path with the id of something that the owner has, taken from the list that the path begins with. */
    private String pathOfOwners(Operation operation) {
        if (!operation.namesThing()) {
            return operation.path();
        }
        String list = operation.path().substring(0, operation.path().indexOf("/{"));
        JsonNode items = owner.get(list).body().path("items");
        assertThat(items)
                .as("%s lists nothing of the owner's; fill it in fillTheOwnersTenant", list)
                .isNotEmpty();
        return operation
                .path()
                .replaceFirst("\\{[^}]+}", items.path(0).path("id").asString());
    }

    private static Answer send(Api caller, Operation operation, String path) {
        return caller.send(operation.method(), path, operation.takesBody() ? "{}" : null);
    }

    private static void isAProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(status);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("code")).isNotEmpty();
        assertThat(answer.text("request_id"))
                .isEqualTo(answer.raw().headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void theFileIsNotEmpty() throws IOException {
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(13);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void nobodyGetsThroughUnlessItIsOpenToAll(Operation operation) {
        Answer answer = send(Api.asNobody(), operation, pathOfOwners(operation));
        if (operation.role().isPresent()) {
            isAProblem(answer, 401);
        } else {
            assertThat(answer.status()).as(answer.raw().body()).isBetween(400, 499);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aLowerRoleDoesNotGetThrough(Operation operation) {
        for (Role role : Role.values()) {
            if (operation.role().isPresent() && !role.includes(operation.role().get())) {
                Api lower = Api.withKey(owner.post("/api/keys", Map.of("name", "lower", "role", role.text()))
                        .text("secret"));
                isAProblem(send(lower, operation, pathOfOwners(operation)), 403);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anotherTenantFindsNothingOfTheOwners(Operation operation) {
        assumeThat(operation.role()).isPresent();
        String path = pathOfOwners(operation);
        if (operation.namesThing()) {
            isAProblem(send(stranger, operation, path), 404);
            String unknown =
                    operation.path().replaceFirst("\\{[^}]+}", UUID.randomUUID().toString());
            assertThat(send(stranger, operation, unknown).status())
                    .as("what is another's and what is nowhere look alike")
                    .isEqualTo(404);
        } else if (operation.method().equals("GET")) {
            List<String> ids = ID.matcher(owner.get(path).raw().body())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            assertThat(send(stranger, operation, path).raw().body())
                    .as("ids that the owner sees")
                    .doesNotContain(ids);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aBodyOfAnotherTypeOrTooLargeIsRefused(Operation operation) {
        assumeThat(operation.takesBody()).isTrue();
        String path = pathOfOwners(operation);
        isAProblem(owner.with("Content-Type", "text/plain").send(operation.method(), path, "hello"), 415);
        isAProblem(owner.send(operation.method(), path, "{\"half\":"), 400);
        isAProblem(owner.send(operation.method(), path, HUGE), 413);
    }
}
