package io.loupe.testkit.offending;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

final class HasAnInjectedField {
    @Inject
    @Nullable
    String name;

    @Retention(RetentionPolicy.RUNTIME)
    @interface Inject {}
}
