package io.loupe.vision.method.lof;

import io.loupe.vision.method.FeatureSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The taps that good pictures are shown on, by index: first those that were asked for, then those to choose among.
 *
 * @param asked how many were asked for
 * @param optional names of the others, in order
 */
record ShownTaps(int asked, List<String> optional) {
    ShownTaps {
        optional = List.copyOf(optional);
    }

    /** @param count of all taps */
    static ShownTaps of(FeatureSource normals, int count) {
        return new ShownTaps(count - normals.optionalTaps().size(), normals.optionalTaps());
    }

    int count() {
        return asked + optional.size();
    }

    /** Those that were asked for. */
    List<Integer> askedTaps() {
        return IntStream.range(0, asked).boxed().toList();
    }

    /** Names of those of some taps that nobody asked for. */
    List<String> added(List<Integer> taps) {
        return taps.stream()
                .filter(tap -> tap >= asked)
                .map(tap -> optional.get(tap - asked))
                .toList();
    }

    /** Names of those to choose among that are not among some taps. */
    List<String> leftOut(List<Integer> taps) {
        return added(IntStream.range(0, count())
                .filter(tap -> !taps.contains(tap))
                .boxed()
                .toList());
    }
}
