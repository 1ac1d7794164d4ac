/** Moving the threshold of a version, and seeing beforehand what that would change. */
@NullMarked
package io.loupe.server.inspection.threshold;

import org.jspecify.annotations.NullMarked;
