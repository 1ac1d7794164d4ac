package io.loupe.vision.synthetic;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;

/**
 * A good picture with one painted defect.
 *
 * @param image of the good picture's size
 * @param mask the pixels that belong to the defect for at least half
 * @param centreRow row of the defect's centre, in pixels
 * @param centreColumn column of the defect's centre, in pixels
 * @param relativeSize diameter asked for, as a share of the picture's shorter side
 */
public record SyntheticDefect(
        SyntheticKind kind,
        RgbImage image,
        BinaryMask mask,
        double centreRow,
        double centreColumn,
        double relativeSize) {}
