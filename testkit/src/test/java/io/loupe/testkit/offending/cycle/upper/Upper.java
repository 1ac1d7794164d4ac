package io.loupe.testkit.offending.cycle.upper;

import io.loupe.testkit.offending.cycle.lower.Lower;

/** Needs {@link Lower}, which needs it. */
public record Upper(Lower lower) {}
