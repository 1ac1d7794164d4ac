package io.loupe.server.jobs;

import java.time.Instant;

/**
 * A line of a job's log.
 *
 * @param number counts from 1 in each job; the oldest lines of a long log are dropped, so it may begin later
 */
public record JobLine(long number, Instant at, String text) {}
