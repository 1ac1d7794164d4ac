/** Lists that are answered in parts. */
@NamedInterface("paging")
@NullMarked
package io.loupe.server.platform.paging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
