package io.loupe.server.identity;

import java.util.Optional;

/**
 * The administrator that the very first start made.
 *
 * @param drawnPassword shown once and kept nowhere; empty if the settings named one
 */
public record FirstStart(String email, Optional<String> drawnPassword) {}
