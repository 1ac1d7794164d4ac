/** The PostgreSQL that Loupe runs itself: unpacked once, started beside the server, stopped with it. */
@NamedInterface("postgres")
@NullMarked
package io.loupe.server.platform.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
