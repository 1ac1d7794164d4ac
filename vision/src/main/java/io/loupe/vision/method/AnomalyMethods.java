package io.loupe.vision.method;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Every method there is, by id. Methods are found through {@link ServiceLoader}, so that a jar on the class path can
 * bring more.
 */
public final class AnomalyMethods {
    /** The method to take when nobody chooses. */
    public static final String DEFAULT_ID = "patch-lof";

    private static final List<AnomalyMethod> ALL =
            ServiceLoader.load(AnomalyMethod.class, AnomalyMethods.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

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
