package io.loupe.server.platform.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A repository's method whose first parameter is no tenant, and why. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface WithoutTenant {
    String because();
}
