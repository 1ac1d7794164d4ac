/** Failures as callers see them: a stable code, a status, a sentence that says what to do (RFC 9457). */
@NamedInterface("problem")
@NullMarked
package io.loupe.server.platform.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
