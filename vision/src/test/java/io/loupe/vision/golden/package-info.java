/** Reading the golden values that other implementations made. */
@NullMarked
package io.loupe.vision.golden;

import org.jspecify.annotations.NullMarked;
