package io.loupe.images;

import java.awt.image.BufferedImage;

/** A picture file whose structure is known and whose pixels are still encoded. Reading the structure costs little. */
interface EncodedImage {
    ImageHeader header();

    /**
     * The pixels as stored, in the size that the header says.
     *
     * @throws UnreadableImageException if they are damaged or of a variant that is not read
     */
    BufferedImage decode();
}
