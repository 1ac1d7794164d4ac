package io.loupe.vision.coreset;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.testkit.Seeded;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@Seeded
final class FarthestFirstTest {
    @Test
    void keysHoldDistanceAndRow() {
        long key = FarthestFirst.key(2.5f, 716_799);
        assertThat(FarthestFirst.distance(key)).isEqualTo(2.5f);
        assertThat(FarthestFirst.row(key)).isEqualTo(716_799);
    }

    @Test
    void fartherRowsComeFirstAndLowerRowsAmongEquals() {
        assertThat(FarthestFirst.key(2, 9)).isGreaterThan(FarthestFirst.key(1.9f, 1));
        assertThat(FarthestFirst.key(2, 1)).isGreaterThan(FarthestFirst.key(2, 9));
        assertThat(FarthestFirst.key(0, 9)).isGreaterThan(new FarthestFirst(1).first());
    }

    @Test
    void givesKeysBackFromTheFarthestOn(Random random) {
        long[] keys = LongStream.range(0, 500)
                .map(row -> FarthestFirst.key(random.nextInt(50), (int) row))
                .toArray();
        FarthestFirst waiting = new FarthestFirst(keys.length);
        for (long key : keys) {
            waiting.add(key);
        }
        long[] taken =
                LongStream.generate(waiting::removeFirst).limit(keys.length).toArray();
        assertThat(taken)
                .isEqualTo(LongStream.of(keys)
                        .map(key -> -key)
                        .sorted()
                        .map(key -> -key)
                        .toArray());
        assertThat(waiting.size()).isZero();
    }
}
