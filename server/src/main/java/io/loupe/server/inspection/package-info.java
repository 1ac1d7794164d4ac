/** Inspection: projects that learn from good pictures, the versions of their models, verdicts and their history. */
@ApplicationModule(
        displayName = "Inspection",
        allowedDependencies = {
            "identity",
            "imports",
            "jobs",
            "library",
            "library::filter",
            "models",
            "objects",
            "platform::database",
            "platform::health",
            "platform::paging",
            "platform::problem",
            "platform::recent",
            "platform::settings"
        })
@NullMarked
package io.loupe.server.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
