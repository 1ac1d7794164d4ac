/** How the parts of the server are, each in its own words. */
@NamedInterface("health")
@NullMarked
package io.loupe.server.platform.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
