package io.loupe.vision;

import io.loupe.vision.method.FittedMethod;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a detector learned without corrections, the corrections since, and what became of it. A correction is added to what
 * the ones before it made, so that one more costs about what the first did; one is taken back by telling all others again,
 * which leaves no trace of it. Immutable.
 *
 * @param trained what the training made
 * @param now the same, told everything on the list
 * @param list in the order in which it was told
 * @param minorVersion how often something was corrected or taken back
 */
record Corrections(Taught trained, Taught now, List<Correction> list, int minorVersion) {
    Corrections {
        list = List.copyOf(list);
    }

    static Corrections none(FittedMethod method, Learned learned) {
        Taught trained = new Taught(method, learned);
        return new Corrections(trained, trained, List.of(), 0);
    }

    /** Tells everything from the start. */
    static Corrections replayed(Taught trained, List<Correction> list, int minorVersion, Teaching teaching) {
        return new Corrections(trained, teaching.tellAll(trained, list), list, minorVersion);
    }

    Corrections with(Correction correction, Teaching teaching) {
        if (list.stream().anyMatch(other -> other.name().equals(correction.name()))) {
            throw new UnableToCorrectException(
                    "There is a correction by picture '%s' already. Take it back first, or use another name."
                            .formatted(correction.name()));
        }
        return new Corrections(
                trained,
                teaching.tell(trained, now, correction),
                Stream.concat(list.stream(), Stream.of(correction)).toList(),
                minorVersion + 1);
    }

    Corrections without(String name, Teaching teaching) {
        List<Correction> fewer =
                list.stream().filter(other -> !other.name().equals(name)).toList();
        if (fewer.size() == list.size()) {
            throw new UnableToCorrectException("There is no correction by picture '%s' to take back; there are %s."
                    .formatted(
                            name, list.stream().map(Correction::name).sorted().toList()));
        }
        return replayed(trained, fewer, minorVersion + 1, teaching);
    }
}
