/** Grids of patch features: averaged over neighbourhoods, brought to one size, stacked. */
@NullMarked
package io.loupe.vision.method.grid;

import org.jspecify.annotations.NullMarked;
