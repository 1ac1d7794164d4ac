package io.loupe.server.identity;

import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id (16 MiB, two passes). One hash takes about a tenth of a second of a core by intent, so
 * only a few are computed at a time and the others wait.
 */
@Component
final class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private static final int PASSES = 2;
    private static final int KIBIBYTES = 16 * 1024;
    private static final int AT_A_TIME = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, PASSES);
    private final Semaphore slots = new Semaphore(AT_A_TIME);

    /**
     * The hash to keep of a new password.
     *
     * @throws ProblemException if it is too short or too long
     */
    String hash(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new ProblemException(
                    ProblemCode.INVALID_CONTENT,
                    "A password has from %d to %d characters.".formatted(SHORTEST, LONGEST));
        }
        return inTurn(() -> argon2.encode(password));
    }

    /** Whether this is the password; takes as long where there is no such person, so that time tells nothing. */
    boolean matches(String password, Optional<String> hash) {
        if (password.length() > LONGEST) {
            return false;
        }
        return inTurn(() -> hash.map(known -> argon2.matches(password, known)).orElseGet(() -> {
            argon2.encode(password);
            return false;
        }));
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw ProblemException.tooManyRequests("Too many people sign in at once.", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(ProblemCode.UNAVAILABLE, "The server is stopping.");
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
