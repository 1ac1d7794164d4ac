/** One half of a cycle. */
@NullMarked
package io.loupe.testkit.offending.cycle.upper;

import org.jspecify.annotations.NullMarked;
