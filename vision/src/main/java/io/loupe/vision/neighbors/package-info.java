/** Nearest rows of a matrix, found exactly, as blocked matrix products. */
@NullMarked
package io.loupe.vision.neighbors;

import org.jspecify.annotations.NullMarked;
