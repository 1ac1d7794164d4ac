/** What every answer of the server has in common. */
@NullMarked
package io.loupe.server.platform.web;

import org.jspecify.annotations.NullMarked;
