/** Defects painted on good pictures: what a method can be tuned and tested with before a real defect was seen. */
@NullMarked
package io.loupe.vision.synthetic;

import org.jspecify.annotations.NullMarked;
