/** Pictures to features: the ports of patch and image encoders, and the filter bank that needs no learned weights. */
@NullMarked
package io.loupe.vision.encoder;

import org.jspecify.annotations.NullMarked;
