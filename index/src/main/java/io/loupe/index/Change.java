package io.loupe.index;

import java.util.UUID;

/** One thing that happened to a point. Applying it again changes nothing. */
public sealed interface Change {
    UUID id();

    /** The point is there with this vector and payload, whatever it was before. */
    record Put(UUID id, UnitVector vector, Payload payload) implements Change {}

    /** The point is not there. */
    record Delete(UUID id) implements Change {}
}
