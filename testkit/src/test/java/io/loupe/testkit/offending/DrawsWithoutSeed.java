package io.loupe.testkit.offending;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class DrawsWithoutSeed {
    private DrawsWithoutSeed() {}

    static int constructed() {
        return new Random().nextInt();
    }

    static Supplier<Random> referenced() {
        return Random::new;
    }

    static int threadLocal() {
        return ThreadLocalRandom.current().nextInt();
    }

    static double math() {
        return Math.random();
    }

    static void shuffled(List<String> list) {
        Collections.shuffle(list);
    }

    static int seeded(long seed) {
        return new Random(seed).nextInt();
    }
}
