/** Pixels: 8-bit pictures, masks, resampling that equals Pillow's to the bit, and the perceptual hash. */
@NullMarked
package io.loupe.vision.image;

import org.jspecify.annotations.NullMarked;
