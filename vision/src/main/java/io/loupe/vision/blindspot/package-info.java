/** How small a defect may be and still be found, where on the picture: measured with painted defects. */
@NullMarked
package io.loupe.vision.blindspot;

import org.jspecify.annotations.NullMarked;
