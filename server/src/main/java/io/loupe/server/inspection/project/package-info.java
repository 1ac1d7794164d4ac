/** Projects and the pictures they learn from and are tested with. */
@NullMarked
package io.loupe.server.inspection.project;

import org.jspecify.annotations.NullMarked;
