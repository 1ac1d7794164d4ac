/** The database: its roles, its migrations, and transactions that see one tenant's rows only. */
@NamedInterface("database")
@NullMarked
package io.loupe.server.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
