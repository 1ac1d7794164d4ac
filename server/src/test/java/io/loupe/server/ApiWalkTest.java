package io.loupe.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.loupe.index.TenantId;
import io.loupe.server.Api.Answer;
import io.loupe.server.identity.Role;
import io.loupe.server.inspection.Parts;
import io.loupe.server.inspection.TrainedProject;
import io.loupe.server.jobs.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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
    private static final String HUGE_FILE = "x".repeat(12 << 20);

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\b[0-7][0-9A-HJKMNP-TV-Z]{25}\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    private final Api owner = Api.ofNewTenant();
    private final Api stranger = Api.ofNewTenant();

    /** An operation of the API with one of the types of body that it takes; without a role it is open to all. */
    record Operation(String method, String path, Optional<Role> role, Optional<String> body) {
        boolean takesMultipart() {
            return body.filter("multipart/form-data"::equals).isPresent();
        }

        boolean namesThing() {
            return path.contains("{");
        }

        @Override
        public String toString() {
            return method + " " + path + body.map(type -> " with " + type).orElse("");
        }
    }

    @BeforeAll
    void fillTheOwnersTenant() {
        owner.post("/api/keys", Map.of("name", "a key to be seen by its tenant alone", "role", "viewer"));
        owner.post(
                "/api/images",
                new Form().file("files", "blocks.png", TestPictures.png(1)).text("tags", "blocks"));
        TrainedProject project = new TrainedProject(owner);
        owner.post(project.path + "/images", new Form().file("files", "good.png", TestPictures.png(2)));
        project.inspect("part.png", Parts.goodPng(1));
        owner.post(project.path + "/corrections", Map.of("sequence", 1, "kind", "normal"));
        TenantId tenant = TenantId.parse(owner.get("/api/auth/me").text("tenant_id"));
        TestServer.bean(Jobs.class).start(tenant, "talk", "", Optional.empty());
    }

    static List<Operation> operations() throws IOException {
        JsonNode file = new JsonMapper().readTree(Files.readString(OpenApiTest.COMMITTED));
        List<Operation> operations = new ArrayList<>();
        file.path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> operations.addAll(
                                operations(path.getKey(), operation.getKey(), operation.getValue()))));
        return operations;
    }

    private static List<Operation> operations(String path, String method, JsonNode description) {
        JsonNode role = description.path("x-required-role");
        Optional<Role> least = role.isMissingNode() ? Optional.empty() : Optional.of(Role.of(role.asString()));
        String name = method.toUpperCase(Locale.ROOT);
        JsonNode bodies = description.path("requestBody").path("content");
        return bodies.isEmpty()
                ? List.of(new Operation(name, path, least, Optional.empty()))
                : bodies.propertyNames().stream()
                        .map(type -> new Operation(name, path, least, Optional.of(type)))
                        .toList();
    }

    /** The path with the ids of things that the owner has, each taken from the list that the path up to it names. */
    private String pathOfOwners(Operation operation) {
        String path = operation.path();
        for (Matcher variable = VARIABLE.matcher(path); variable.find(); variable = VARIABLE.matcher(path)) {
            String list = path.substring(0, variable.start() - 1);
            JsonNode id = owner.get(list).body().path("items").path(0).path(variable.group(1));
            assertThat(id.isValueNode())
                    .as(
                            "%s lists nothing of the owner's that has a '%s'; fill it in fillTheOwnersTenant",
                            list, variable.group(1))
                    .isTrue();
            path = variable.replaceFirst(id.asString());
        }
        return path;
    }

    /** The path of something that is nowhere, with an id of the same form. */
    private static String pathOfNothing(String pathOfOwners) {
        return ID.matcher(pathOfOwners)
                .replaceAll(id -> id.group().substring(0, id.group().length() - 4) + "0000");
    }

    private static Answer send(Api caller, Operation operation, String path) {
        return operation.takesMultipart()
                ? caller.upload(operation.method(), path, "x")
                : caller.send(operation.method(), path, operation.body().isPresent() ? "{}" : null);
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
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(20);
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
            assertThat(send(stranger, operation, pathOfNothing(path)).status())
                    .as("what is another's and what is nowhere look alike")
                    .isEqualTo(404);
        } else if (operation.method().equals("GET")) {
            List<String> ids = ID.matcher(owner.get(path).raw().body())
                    .results()
                    .map(MatchResult::group)
                    .toList();
            String seen = send(stranger, operation, path).raw().body();
            assertThat(ids).as("ids that the owner sees").noneMatch(seen::contains);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aBodyOfAnotherTypeOrTooLargeIsRefused(Operation operation) {
        assumeThat(operation.body()).isPresent();
        String path = pathOfOwners(operation);
        isAProblem(owner.with("Content-Type", "text/plain").send(operation.method(), path, "hello"), 415);
        if (operation.takesMultipart()) {
            isAProblem(owner.with("Content-Type", "multipart/form-data").send(operation.method(), path, "half"), 400);
            isAProblem(owner.upload(operation.method(), path, HUGE_FILE), 413);
        } else {
            isAProblem(owner.send(operation.method(), path, "{\"half\":"), 400);
            isAProblem(owner.send(operation.method(), path, HUGE), 413);
        }
    }
}
