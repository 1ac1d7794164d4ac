/** Synthetic parts and defects with masks, the same for the same seed. */
@NullMarked
package io.loupe.samples;

import org.jspecify.annotations.NullMarked;
