/** Anomaly methods behind one contract: learn from good pictures only, score every patch of a new one. */
@NullMarked
package io.loupe.vision.method;

import org.jspecify.annotations.NullMarked;
