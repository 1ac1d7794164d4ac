/** Networks for callers: vectors and objects of pictures that are not kept. */
@NullMarked
package io.loupe.server.models.web;

import org.jspecify.annotations.NullMarked;
