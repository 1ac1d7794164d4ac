/** Verdicts: how they are reached, kept in a chain that shows every later change, and shown. */
@NullMarked
package io.loupe.server.inspection.verdict;

import org.jspecify.annotations.NullMarked;
