/** What can be set: the keys of {@code loupe.yaml}, their environment variables, defaults, limits and explanations. */
@NamedInterface("settings")
@NullMarked
package io.loupe.server.platform.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
