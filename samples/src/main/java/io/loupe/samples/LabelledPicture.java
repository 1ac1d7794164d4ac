package io.loupe.samples;

import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;

/**
 * A defective part and where its defect is.
 *
 * @param image the picture, height x width as its {@link Product}
 * @param mask the pixels the defect really changed, of the same size; never empty
 * @param kind what is wrong
 */
public record LabelledPicture(RgbImage image, BinaryMask mask, DefectKind kind) {}
