/** Tests of postgres. */
@NullMarked
package io.loupe.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
