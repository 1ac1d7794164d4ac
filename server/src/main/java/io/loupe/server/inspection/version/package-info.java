/** The models of projects: how they are trained, kept, activated and opened. */
@NullMarked
package io.loupe.server.inspection.version;

import org.jspecify.annotations.NullMarked;
