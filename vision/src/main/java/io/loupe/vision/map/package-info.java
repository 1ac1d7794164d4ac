/** Scores over a picture: the anomaly map, its smoothing, and the regions that stand out of it. */
@NullMarked
package io.loupe.vision.map;

import org.jspecify.annotations.NullMarked;
