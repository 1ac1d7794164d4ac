/** Ratios measured in one run. */
@NullMarked
package io.loupe.benchmarks;

import org.jspecify.annotations.NullMarked;
