/** Finding pictures: the vector index that follows the library's changes, and searches in it and by words. */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {
            "identity",
            "jobs",
            "library",
            "library::filter",
            "models",
            "objects",
            "platform::database",
            "platform::health",
            "platform::problem",
            "platform::settings"
        })
@NullMarked
package io.loupe.server.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
