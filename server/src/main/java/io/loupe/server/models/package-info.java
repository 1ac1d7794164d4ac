/** Networks at work: pictures to vectors and objects, for every part that needs them. */
@ApplicationModule(
        displayName = "Models",
        allowedDependencies = {"identity", "platform::health", "platform::problem", "platform::settings"})
@NullMarked
package io.loupe.server.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
