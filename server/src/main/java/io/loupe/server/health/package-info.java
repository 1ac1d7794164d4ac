/** How the server is as a whole, for whoever runs it. */
@ApplicationModule(
        displayName = "Health",
        allowedDependencies = {"identity", "platform::health"})
@NullMarked
package io.loupe.server.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
