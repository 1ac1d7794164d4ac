/** How well a detector does on a labelled category. */
@NullMarked
package io.loupe.cli.evaluation;

import org.jspecify.annotations.NullMarked;
