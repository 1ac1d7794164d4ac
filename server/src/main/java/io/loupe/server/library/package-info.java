/** The pictures of a tenant: how they come in, what is known of them, how they are ordered and thrown away. */
@ApplicationModule(
        displayName = "Library",
        allowedDependencies = {
            "identity",
            "models",
            "objects",
            "platform::database",
            "platform::paging",
            "platform::problem",
            "platform::settings"
        })
@NullMarked
package io.loupe.server.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
