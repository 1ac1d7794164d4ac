package io.loupe.vision;

import io.loupe.vision.map.Box;

/**
 * A normal patch, as an answer to "what should it have looked like?".
 *
 * @param image name of the good picture it was seen in
 * @param box its place, in pixels of that picture
 */
public record NearestNormal(String image, Box box) {}
