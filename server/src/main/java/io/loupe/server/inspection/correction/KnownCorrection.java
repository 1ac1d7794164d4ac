package io.loupe.server.inspection.correction;

import io.loupe.vision.Correction.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a version was told.
 *
 * @param name by which it can be taken back
 * @param image of the library; empty if it is not there, or the model was brought with it
 * @param version the label of the version that knew it first
 */
public record KnownCorrection(String name, Kind kind, Optional<UUID> image, Instant at, String version) {}
