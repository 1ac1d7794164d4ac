/** Which rows of many stand for all of them: greedy k-centre selection on a random projection. */
@NullMarked
package io.loupe.vision.coreset;

import org.jspecify.annotations.NullMarked;
