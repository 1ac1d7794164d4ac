/** What is remembered for as long as there is room. */
@NamedInterface("recent")
@NullMarked
package io.loupe.server.platform.recent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
