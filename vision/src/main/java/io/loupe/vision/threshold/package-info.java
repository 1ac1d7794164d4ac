/** Where good ends: thresholds from held-out good pictures, and the false-reject rate they can promise. */
@NullMarked
package io.loupe.vision.threshold;

import org.jspecify.annotations.NullMarked;
