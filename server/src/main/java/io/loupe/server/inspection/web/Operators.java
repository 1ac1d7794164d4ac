package io.loupe.server.inspection.web;

import io.loupe.server.identity.ApiKeys;
import io.loupe.server.identity.Caller;
import io.loupe.server.identity.People;
import io.loupe.server.inspection.verdict.Operator;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says who a caller is, for the record. */
@Component
final class Operators {
    private final People people;
    private final ApiKeys keys;

    Operators(People people, ApiKeys keys) {
        this.people = people;
        this.keys = keys;
    }

    Operator of(Caller caller) {
        UUID person = caller.person().orElse(null);
        return person == null
                ? new Operator(
                        null, keys.get(caller.tenant(), caller.credential()).name())
                : new Operator(person, people.get(caller.tenant(), person).email());
    }
}
