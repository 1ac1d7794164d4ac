/** The whole of Loupe, through a browser. */
@NullMarked
package io.loupe.e2e;

import org.jspecify.annotations.NullMarked;
