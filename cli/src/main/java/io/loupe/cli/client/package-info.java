/** How the command line talks to a running server: over HTTP, as any other program. */
@NullMarked
package io.loupe.cli.client;

import org.jspecify.annotations.NullMarked;
