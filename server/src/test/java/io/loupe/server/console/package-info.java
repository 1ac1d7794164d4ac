/** The page's files, as browsers get them. */
@NullMarked
package io.loupe.server.console;

import org.jspecify.annotations.NullMarked;
