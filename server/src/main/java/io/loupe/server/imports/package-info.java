/** Many pictures at once, out of a folder or a ZIP file: jobs that hand them to the library one by one. */
@ApplicationModule(
        displayName = "Imports",
        allowedDependencies = {"identity", "jobs", "library", "models", "platform::problem", "platform::settings"})
@NullMarked
package io.loupe.server.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
