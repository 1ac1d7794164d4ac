package io.loupe.server.jobs;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * An item that could not be done.
 *
 * @param number its place in the list
 * @param item what it is called: a file name, an id
 * @param stage what was done to it when it failed
 * @param error a sentence that says what was wrong and what to do
 */
public record JobFailure(@JsonIgnore long number, String item, String stage, String error, Instant at) {}
