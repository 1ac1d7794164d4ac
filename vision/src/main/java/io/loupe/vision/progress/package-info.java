/** How long pieces of work tell how far they are. */
@NullMarked
package io.loupe.vision.progress;

import org.jspecify.annotations.NullMarked;
