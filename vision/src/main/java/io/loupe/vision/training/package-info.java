/** From good pictures to a detector: features, method, held-out threshold, self-test. */
@NullMarked
package io.loupe.vision.training;

import org.jspecify.annotations.NullMarked;
