package io.loupe.testkit.offending.unmarked;

/** In a package without package-info. */
final class Unmarked {}
