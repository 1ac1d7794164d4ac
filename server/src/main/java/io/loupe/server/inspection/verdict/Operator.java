package io.loupe.server.inspection.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who had a picture judged.
 *
 * @param userId the person; null for a program
 * @param name the person's e-mail address, or what the program's key is called
 */
public record Operator(@JsonProperty("user_id") @Nullable UUID userId, String name) {
    public static Operator of(Caller caller) {
        return new Operator(caller.person().orElse(null), caller.name());
    }
}
