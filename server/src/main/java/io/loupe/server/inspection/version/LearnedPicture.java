package io.loupe.server.inspection.version;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.loupe.server.library.ImageId;

/**
 * A picture that a version learned from.
 *
 * @param name what the model calls it; no other one of the version has it
 */
public record LearnedPicture(@JsonProperty("image_id") ImageId imageId, String name, String sha256) {}
