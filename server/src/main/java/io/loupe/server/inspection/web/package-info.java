/** Inspection over HTTP. */
@NullMarked
package io.loupe.server.inspection.web;

import org.jspecify.annotations.NullMarked;
