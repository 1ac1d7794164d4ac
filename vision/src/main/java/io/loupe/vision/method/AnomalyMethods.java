package io.loupe.vision.method;

import java.util.List;

/** Every method there is, by id. */
public final class AnomalyMethods {
    private static final List<AnomalyMethod> ALL = List.of();

    private AnomalyMethods() {}

    public static List<AnomalyMethod> all() {
        return ALL;
    }

    /**
     * The method of this id.
     *
     * @throws IllegalArgumentException naming the methods there are, when there is none of this id
     */
    public static AnomalyMethod byId(String id) {
        return ALL.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no method '%s'; there are %s"
                        .formatted(id, ALL.stream().map(AnomalyMethod::id).toList())));
    }
}
