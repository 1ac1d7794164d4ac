/** Classes that each break one architecture rule, so that every rule is seen to fail. */
@NullMarked
package io.loupe.testkit.offending;

import org.jspecify.annotations.NullMarked;
