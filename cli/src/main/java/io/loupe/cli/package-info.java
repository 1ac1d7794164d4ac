/** The command line. */
@NullMarked
package io.loupe.cli;

import org.jspecify.annotations.NullMarked;
