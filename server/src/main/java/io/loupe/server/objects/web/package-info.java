/** Where signed addresses lead. */
@NullMarked
package io.loupe.server.objects.web;

import org.jspecify.annotations.NullMarked;
