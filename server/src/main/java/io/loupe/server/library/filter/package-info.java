/** Which pictures count: the filter language as JSON, as SQL, and as what the vector index is told. */
@NamedInterface("filter")
@NullMarked
package io.loupe.server.library.filter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
