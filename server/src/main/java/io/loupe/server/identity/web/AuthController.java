package io.loupe.server.identity.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.OpenToAll;
import io.loupe.server.identity.People;
import io.loupe.server.identity.Person;
import io.loupe.server.identity.RequiresRole;
import io.loupe.server.identity.Role;
import io.loupe.server.identity.Sessions;
import io.loupe.server.identity.SignedIn;
import io.loupe.server.identity.Tenants;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out. */
@Tag(name = "auth", description = "Signing in and out")
@RestController
@RequestMapping("/api/auth")
final class AuthController {
    private final Sessions sessions;
    private final People people;
    private final Tenants tenants;

    record Login(String email, String password) {}

    record Refresh(@JsonProperty("refresh_token") String refreshToken) {}

    record PasswordChange(
            @JsonProperty("current_password") String currentPassword,
            @JsonProperty("new_password") String newPassword) {}

    record Registration(String name, String email, String password) {}

    record Registered(@JsonProperty("tenant_id") String tenantId) {}

    /** Who I am; an API key has no person. */
    record Me(@JsonProperty("tenant_id") String tenantId, Role role, Optional<Person> user) {}

    AuthController(Sessions sessions, People people, Tenants tenants) {
        this.sessions = sessions;
        this.people = people;
        this.tenants = tenants;
    }

    @OpenToAll(because = "it is how one gets a credential")
    @Operation(summary = "Exchange e-mail address and password for tokens")
    @PostMapping("/login")
    SignedIn login(@RequestBody Login login, HttpServletRequest request) {
        return sessions.signIn(
                Given.text(login.email(), "email"), Given.text(login.password(), "password"), request.getRemoteAddr());
    }

    @OpenToAll(because = "the refresh token is the credential")
    @Operation(summary = "Exchange a refresh token, which is good once, for new tokens")
    @PostMapping("/refresh")
    SignedIn refresh(@RequestBody Refresh refresh) {
        return sessions.refresh(Given.text(refresh.refreshToken(), "refresh_token"));
    }

    /** Ends the session at once; an API key stays good until it is removed. */
    @RequiresRole(Role.VIEWER)
    @Operation(summary = "End the session at once")
    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logout(Caller caller) {
        sessions.end(caller.tenant(), caller.credential());
    }

    /** Changes the caller's own password and ends all of their sessions. */
    @RequiresRole(Role.VIEWER)
    @Operation(summary = "Choose a new password; all sessions end")
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(Caller caller, @RequestBody PasswordChange change) {
        UUID person = caller.person()
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_ALLOWED, "An API key has no password."));
        people.changePassword(
                caller.tenant(),
                person,
                Given.text(change.currentPassword(), "current_password"),
                Given.text(change.newPassword(), "new_password"));
    }

    @OpenToAll(because = "strangers have no credential; the setting 'registration' decides")
    @Operation(summary = "Open a tenant of one's own, where the settings allow it")
    @PostMapping("/register")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody Registration registration) {
        return new Registered(tenants.register(
                        Given.text(registration.name(), "name"),
                        Given.text(registration.email(), "email"),
                        Given.text(registration.password(), "password"))
                .toString());
    }

    @RequiresRole(Role.VIEWER)
    @Operation(summary = "Who the caller is")
    @GetMapping("/me")
    Me me(Caller caller) {
        return new Me(
                caller.tenant().toString(),
                caller.role(),
                caller.person().map(person -> people.get(caller.tenant(), person)));
    }
}
