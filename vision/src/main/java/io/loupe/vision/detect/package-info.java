/** Pictures to objects: the port of object detectors, the boxes they find, and what every detector needs around it. */
@NullMarked
package io.loupe.vision.detect;

import org.jspecify.annotations.NullMarked;
