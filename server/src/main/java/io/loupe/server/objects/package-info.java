/** The bytes of pictures: kept once by their hash, handed out through signed addresses. */
@ApplicationModule(
        displayName = "Objects",
        allowedDependencies = {"platform::problem", "platform::secret", "platform::settings"})
@NullMarked
package io.loupe.server.objects;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
