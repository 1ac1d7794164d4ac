/** How good a picture is as a picture: sharp, well lit, rich in contrast, full of information. */
@NullMarked
package io.loupe.vision.quality;

import org.jspecify.annotations.NullMarked;
