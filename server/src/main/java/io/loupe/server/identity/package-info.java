/** People, the tenants they belong to, and how they show who they are: passwords, tokens, API keys. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {
            "platform::database",
            "platform::paging",
            "platform::problem",
            "platform::recent",
            "platform::secret",
            "platform::settings"
        })
@NullMarked
package io.loupe.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
