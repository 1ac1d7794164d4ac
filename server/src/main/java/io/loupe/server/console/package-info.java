/** The page: hands out the files that the module {@code console} was built into, if it is there. */
@ApplicationModule(
        displayName = "Console",
        allowedDependencies = {})
@NullMarked
package io.loupe.server.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
