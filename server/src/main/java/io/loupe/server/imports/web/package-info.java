/** The addresses that start imports. */
@NullMarked
package io.loupe.server.imports.web;

import org.jspecify.annotations.NullMarked;
