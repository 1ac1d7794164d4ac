package io.loupe.server.identity.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.loupe.server.identity.ApiKey;
import io.loupe.server.identity.ApiKeys;
import io.loupe.server.identity.Caller;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API keys, for programs: sent as {@code X-API-Key}. */
@Tag(name = "keys", description = "API keys, for programs")
@RestController
@RequestMapping("/api/keys")
final class KeyController {
    private final ApiKeys keys;

    record NewKey(String name, Role role) {}

    /** A new key; {@code secret} is in this answer and nowhere else. */
    record MadeKey(@JsonUnwrapped ApiKey key, String secret) {}

    KeyController(ApiKeys keys) {
        this.keys = keys;
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "List API keys, without their secrets")
    @GetMapping
    Page<ApiKey> listKeys(
            Caller caller,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return keys.list(caller.tenant(), PageRequest.of(limit, cursor));
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "Make an API key; its secret is in this answer and nowhere else")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MadeKey makeKey(Caller caller, @RequestBody NewKey key) {
        ApiKeys.Made made = keys.make(
                caller.tenant(), Given.text(key.name(), "name"), Given.value(key.role(), "role"), caller.person());
        return new MadeKey(made.key(), made.secret());
    }

    @RequiresRole(Role.ADMINISTRATOR)
    @Operation(summary = "Remove an API key; it is good for nothing from then on")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeKey(Caller caller, @PathVariable UUID id) {
        keys.remove(caller.tenant(), id);
    }
}
