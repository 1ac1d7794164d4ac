package io.loupe.vision.method.lof;

import java.util.Random;

/** Some of n things, each choice equally likely. */
final class RandomSubset {
    private RandomSubset() {}

    /** {@code count} different numbers from 0 to {@code n} - 1, ascending (Knuth, TAOCP 2, Algorithm 3.4.2 S). */
    static int[] of(int n, int count, Random random) {
        int[] chosen = new int[count];
        int found = 0;
        for (int i = 0; found < count; i++) {
            if (random.nextInt(n - i) < count - found) {
                chosen[found++] = i;
            }
        }
        return chosen;
    }
}
