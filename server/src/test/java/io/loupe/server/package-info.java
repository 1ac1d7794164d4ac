/** Tests of the server: the walls between its parts, starting and stopping. */
@NullMarked
package io.loupe.server;

import org.jspecify.annotations.NullMarked;
