/** Tests of settings. */
@NullMarked
package io.loupe.server.platform.settings;

import org.jspecify.annotations.NullMarked;
