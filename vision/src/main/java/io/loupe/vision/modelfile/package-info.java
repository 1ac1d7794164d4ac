/** One trained detector in one file: a documented byte layout with checksums. */
@NullMarked
package io.loupe.vision.modelfile;

import org.jspecify.annotations.NullMarked;
