/** Bytes to upright 8-bit pixels and back, with limits that hostile files cannot pass. */
@NullMarked
package io.loupe.images;

import org.jspecify.annotations.NullMarked;
