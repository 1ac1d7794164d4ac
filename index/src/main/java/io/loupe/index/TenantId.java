package io.loupe.index;

import java.util.UUID;

/**
 * Whose something is. It is the first parameter of every call that reads or writes what belongs to somebody, so that
 * leaving it out does not compile.
 */
public record TenantId(UUID value) {
    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if it is no id
     */
    public static TenantId parse(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
