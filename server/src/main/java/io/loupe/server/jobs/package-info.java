/** Work that outlasts a request: started with its caller's transaction, survives being killed, seen while it runs. */
@ApplicationModule(
        displayName = "Jobs",
        allowedDependencies = {
            "identity",
            "platform::database",
            "platform::health",
            "platform::paging",
            "platform::problem",
            "platform::secret",
            "platform::settings"
        })
@NullMarked
package io.loupe.server.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
