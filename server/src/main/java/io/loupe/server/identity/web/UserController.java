package io.loupe.server.identity.web;

import io.loupe.server.identity.Caller;
import io.loupe.server.identity.People;
import io.loupe.server.identity.Person;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.platform.paging.Page;
import io.loupe.server.platform.paging.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The people of a tenant, managed by its administrators. */
@Tag(name = "users", description = "The people of the tenant")
@RestController
@RequestMapping("/api/users")
final class UserController {
    private final People people;

    record NewUser(String email, Role role, String password) {}

    /** What to change; what is left out stays as it is. A new password ends the user's sessions. */
    record UserChange(
            @Nullable Role role,
            @Nullable Boolean disabled,
            @Nullable String password) {}

    UserController(People people) {
        this.people = people;
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "List users")
    @GetMapping
    Page<Person> listUsers(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return people.list(caller.tenant(), PageRequest.of(limit, cursor));
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "Add a user")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person addUser(Caller caller, @RequestBody NewUser user) {
        return people.add(
                caller.tenant(),
                Given.text(user.email(), "email"),
                Given.value(user.role(), "role"),
                Given.text(user.password(), "password"));
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "One user")
    @GetMapping("/{id}")
    Person getUser(Caller caller, @PathVariable UUID id) {
        return people.get(caller.tenant(), id);
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "Change role, password, or whether the user may sign in")
    @PatchMapping("/{id}")
    Person changeUser(Caller caller, @PathVariable UUID id, @RequestBody UserChange change) {
        return people.change(
                caller.tenant(), id, new People.Change(change.role(), change.disabled(), change.password()));
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "Remove a user and end their sessions")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeUser(Caller caller, @PathVariable UUID id) {
        people.remove(caller.tenant(), id);
    }
}
