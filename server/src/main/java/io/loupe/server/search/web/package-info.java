/** The API for searching, and for the index that searches use. */
@NullMarked
package io.loupe.server.search.web;

import org.jspecify.annotations.NullMarked;
