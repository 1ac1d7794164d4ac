/** How requests say who sends them, what that allows, and the addresses for people and keys. */
@NullMarked
package io.loupe.server.identity.web;

import org.jspecify.annotations.NullMarked;
