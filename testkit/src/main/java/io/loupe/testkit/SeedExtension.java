package io.loupe.testkit;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/**
 * The machinery of {@link Seeded}: one seed for the whole run, mixed with the identity of each test, so that a test draws
 * the same numbers whichever others run beside it.
 */
final class SeedExtension implements ParameterResolver, TestWatcher {
    private static final String PROPERTY = "loupe.seed";
    private static final long RUN_SEED = runSeed();

    private static long runSeed() {
        String given = System.getProperty(PROPERTY, "");
        return given.isBlank() ? System.nanoTime() : parse(given);
    }

    static long parse(String seed) {
        try {
            return Long.parseLong(seed.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "-D%s=%s is no seed; give the whole number that a failed test printed".formatted(PROPERTY, seed),
                    e);
        }
    }

    static long seedOf(long runSeed, String testId) {
        return runSeed ^ ((long) testId.hashCode() << 32);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Random.class;
    }

    @Override
    public Random resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return new Random(seedOf(RUN_SEED, test.getUniqueId()));
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        System.err.printf(
                "%s failed with seed %d; replay with -D%s=%d%n", test.getDisplayName(), RUN_SEED, PROPERTY, RUN_SEED);
    }
}
