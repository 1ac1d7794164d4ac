/** The other half of a cycle. */
@NullMarked
package io.loupe.testkit.offending.cycle.lower;

import org.jspecify.annotations.NullMarked;
