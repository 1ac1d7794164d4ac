/** Mutual scoring: ranks unlabelled pictures against each other, without any known to be good. */
@NullMarked
package io.loupe.vision.method.mutual;

import org.jspecify.annotations.NullMarked;
