package io.loupe.testkit;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestWatcher;

/** The machinery of {@link Seeded}: one seed for the whole run, mixed with the name of each test. */
final class SeedExtension implements ParameterResolver, TestWatcher {
    private static final long RUN_SEED = runSeed();

    private static long runSeed() {
        String given = System.getProperty("loupe.seed", "");
        return given.isBlank() ? System.nanoTime() : Long.parseLong(given.strip());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Random.class;
    }

    @Override
    public Random resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return new Random(RUN_SEED ^ ((long) test.getUniqueId().hashCode() << 32));
    }

    @Override
    public void testFailed(ExtensionContext test, @Nullable Throwable cause) {
        System.err.printf(
                "%s failed with seed %d; replay with -Dloupe.seed=%d%n", test.getDisplayName(), RUN_SEED, RUN_SEED);
    }
}
