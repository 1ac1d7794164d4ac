/** The port that vector indexes implement, the exact reference, and what both speak of. */
@NullMarked
package io.loupe.index;

import org.jspecify.annotations.NullMarked;
