/** patch-lof: the distance of a patch to the nearest normal one, in units of how dense the normal ones lie there. */
@NullMarked
package io.loupe.vision.method.lof;

import org.jspecify.annotations.NullMarked;
