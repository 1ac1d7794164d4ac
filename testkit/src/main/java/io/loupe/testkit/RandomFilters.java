package io.loupe.testkit;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import io.loupe.index.Words;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Filters that pass nothing, something or everything, nested up to three deep. */
final class RandomFilters {
    private static final int DEEPEST = 3;

    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
    }

    PayloadFilter draw() {
        return draw(0);
    }

    private PayloadFilter draw(int depth) {
        return switch (random.nextInt(depth < DEEPEST ? 8 : 5)) {
            case 0 -> new AnyKeyword("tags", Set.of("mod3=" + random.nextInt(4)));
            case 1 -> new AnyKeyword(field(), Set.of("mod100=" + random.nextInt(110), "mod3=1"));
            case 2 -> new Range(field(), random.nextInt(500), random.nextInt(500));
            case 3 -> new Exists(field());
            case 4 -> new AllWords(field(), words());
            case 5 -> new All(some(depth));
            case 6 -> new Any(some(depth));
            default -> new Not(draw(depth + 1));
        };
    }

    private List<PayloadFilter> some(int depth) {
        return Stream.generate(() -> draw(depth + 1)).limit(random.nextInt(4)).toList();
    }

    private Set<String> words() {
        return Words.of(List.of("MOD3", "mod3=1", "mod100: 7 mod3", "").get(random.nextInt(4)));
    }

    private String field() {
        return List.of("tags", "size", "neither").get(random.nextInt(3));
    }
}
