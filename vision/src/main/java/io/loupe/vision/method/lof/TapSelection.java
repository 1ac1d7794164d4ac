package io.loupe.vision.method.lof;

import io.loupe.vision.encoder.EncoderInfo;
import io.loupe.vision.encoder.Tap;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which taps to look at: those that were asked for, and of the others one after the other that adds most, as long as it
 * clearly adds something. Taps are only ever added: what fine taps find alone on painted defects, which are small, need not
 * be found on real ones, which may be large.
 *
 * @param taps indices, ascending
 * @param picture the best that the picture's score finds with these taps
 */
record TapSelection(List<Integer> taps, PictureTrial picture) {
    /** So that encoding and searching stay quick. */
    private static final int MOST_ADDED = 2;

    /** Deeper ones see the picture as a whole, and say little of where. */
    private static final int LARGEST_STRIDE = 32;

    TapSelection {
        taps = List.copyOf(taps);
    }

    /** The taps of an encoder to choose among: none finer than its defaults, all cheaper to search than these. */
    static List<String> candidates(EncoderInfo encoder) {
        List<Tap> defaults = encoder.selectTaps(List.of());
        int finest = defaults.stream().mapToInt(Tap::stride).min().orElseThrow();
        double dearest = defaults.stream()
                .mapToDouble(TapSelection::valuesOfAPixel)
                .max()
                .orElseThrow();
        return encoder.taps().stream()
                .filter(tap -> !defaults.contains(tap))
                .filter(tap -> tap.stride() >= finest && tap.stride() <= LARGEST_STRIDE)
                .filter(tap -> valuesOfAPixel(tap) < dearest)
                .map(Tap::name)
                .toList();
    }

    /** The time that a search of a bank takes goes with these. */
    private static double valuesOfAPixel(Tap tap) {
        return (double) tap.channels() / ((double) tap.stride() * tap.stride());
    }

    /**
     * Adds taps greedily.
     *
     * @param asked how many taps were asked for, the first ones
     * @param shown how many there are
     * @param trial the best that some taps, by index, can do
     */
    static TapSelection greedy(int asked, int shown, Function<List<Integer>, PictureTrial> trial) {
        List<Integer> taps = IntStream.range(0, asked).boxed().toList();
        TapSelection selection = new TapSelection(taps, trial.apply(taps));
        for (int added = 0; added < MOST_ADDED; added++) {
            TapSelection current = selection;
            selection = IntStream.range(asked, shown)
                    .filter(tap -> !current.taps.contains(tap))
                    .mapToObj(tap -> current.with(tap, trial))
                    .max(Comparator.comparingDouble(more -> more.picture.auroc()))
                    .filter(best -> best.picture.isClearlyBetterThan(current.picture))
                    .orElse(current);
        }
        return selection;
    }

    private TapSelection with(int tap, Function<List<Integer>, PictureTrial> trial) {
        List<Integer> more =
                Stream.concat(taps.stream(), Stream.of(tap)).sorted().toList();
        return new TapSelection(more, trial.apply(more));
    }
}
