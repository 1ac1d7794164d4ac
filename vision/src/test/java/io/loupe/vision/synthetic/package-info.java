@NullMarked
package io.loupe.vision.synthetic;

import org.jspecify.annotations.NullMarked;
