/** Secrets that a server draws for itself. */
@NamedInterface("secret")
@NullMarked
package io.loupe.server.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
