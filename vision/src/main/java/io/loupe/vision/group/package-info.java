/** Pictures of one part: found by their looks, held out together, counted once. */
@NullMarked
package io.loupe.vision.group;

import org.jspecify.annotations.NullMarked;
