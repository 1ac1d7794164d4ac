/** The addresses for jobs: what they do, what went wrong, and live how far they are. */
@NullMarked
package io.loupe.server.jobs.web;

import org.jspecify.annotations.NullMarked;
