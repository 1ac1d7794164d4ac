/** Pictures over HTTP. */
@NullMarked
package io.loupe.server.library.web;

import org.jspecify.annotations.NullMarked;
