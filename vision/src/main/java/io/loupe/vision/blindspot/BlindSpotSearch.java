package io.loupe.vision.blindspot;

import io.loupe.vision.blindspot.DetectionCurve.Curve;
import io.loupe.vision.image.RgbImage;
import io.loupe.vision.progress.Progress;
import io.loupe.vision.synthetic.SyntheticDefect;
import io.loupe.vision.synthetic.SyntheticDefects;
import io.loupe.vision.synthetic.SyntheticKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Paints defects of ever better chosen sizes on good pictures and asks each time whether they are found. */
public final class BlindSpotSearch {
    /** Trials of each kind that settle sizes to a factor of about 1.3. */
    public static final int USUAL_TRIALS = 60;

    /** Shares found that tell position and width of the rise apart. */
    private static final double[] AIMS = {0.95, 0.8, 0.98, 0.6, 0.9};

    private static final int DRAWS = 400;

    private final List<RgbImage> good;
    private final Judge judge;
    private final int trialsPerKind;
    private final long seed;

    /** Asked from several threads at once. */
    public interface Judge {
        /**
         * Says whether a painted picture is found out.
         *
         * @param painted a picture of the size of the good ones
         * @param image index of the good picture it was painted on
         */
        boolean finds(RgbImage painted, int image);
    }

    private record KindResult(SyntheticKind kind, DetectionCurve curve, List<Trial> trials) {
        private Stream<BlindSpotMap.Expected> expected() {
            Curve best = curve.best();
            return trials.stream().map(trial -> new BlindSpotMap.Expected(trial, best));
        }
    }

    private BlindSpotSearch(List<RgbImage> good, Judge judge, int trialsPerKind, long seed) {
        this.good = good;
        this.judge = judge;
        this.trialsPerKind = trialsPerKind;
        this.seed = seed;
    }

    /**
     * Tries every kind. The same arguments give the same answer, whatever the number of threads.
     *
     * @param good pictures of one size, at least 2; read from several threads at once
     * @throws IllegalArgumentException if there are fewer pictures, or no trials
     */
    public static BlindSpots run(List<RgbImage> good, Judge judge, int trialsPerKind, long seed, Progress progress) {
        if (good.size() < 2 || trialsPerKind < 1) {
            throw new IllegalArgumentException(
                    "Looking for blind spots takes at least 2 good pictures and 1 trial, got %d and %d"
                            .formatted(good.size(), trialsPerKind));
        }
        return new BlindSpotSearch(good, judge, trialsPerKind, seed).run(progress);
    }

    private BlindSpots run(Progress progress) {
        AtomicInteger done = new AtomicInteger();
        int all = trialsPerKind * SyntheticKind.values().length;
        List<KindResult> results = Arrays.stream(SyntheticKind.values())
                .parallel()
                .map(kind -> run(kind, () -> progress.report("looking for blind spots", done.incrementAndGet(), all)))
                .toList();
        Map<SyntheticKind, SmallestFound> smallest = new EnumMap<>(SyntheticKind.class);
        results.forEach(result -> smallest.put(result.kind(), result.curve().smallest()));
        SmallestFound overall = overall(results);
        List<Double> cells = BlindSpotMap.factors(
                        results.stream().flatMap(KindResult::expected).toList())
                .stream()
                .map(factor -> Double.isNaN(factor) ? factor : BlindSpots.orBeyond(factor * overall.size()))
                .toList();
        return new BlindSpots(all, overall, smallest, cells);
    }

    private KindResult run(SyntheticKind kind, Runnable afterEach) {
        SplittableRandom random = new SplittableRandom(31 * seed + kind.name().hashCode());
        SyntheticDefects painter = new SyntheticDefects(random.nextLong());
        DetectionCurve curve = new DetectionCurve();
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < trialsPerKind; i++) {
            double aimed = curve.draw(random).sizeFor(AIMS[i % AIMS.length]);
            double size = Math.clamp(aimed, BlindSpots.SMALLEST, BlindSpots.LARGEST);
            int image = random.nextInt(good.size());
            RgbImage picture = good.get(image);
            SyntheticDefect defect = painter.paint(kind, picture, good.get((image + 1) % good.size()), size);
            boolean found = judge.finds(defect.image(), image);
            curve.observe(size, found);
            trials.add(new Trial(
                    size, defect.centreRow() / picture.height(), defect.centreColumn() / picture.width(), found));
            afterEach.run();
        }
        return new KindResult(kind, curve, trials);
    }

    /** Where the mean of the kinds' curves reaches 95 of 100, over many draws of what they may be. */
    private SmallestFound overall(List<KindResult> results) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] sizes = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            sizes[i] = reliableSize(
                    results.stream().map(result -> result.curve().draw(random)).toList());
        }
        Arrays.sort(sizes);
        return new SmallestFound(sizes[DRAWS / 2], sizes[DRAWS / 20], sizes[DRAWS - 1 - DRAWS / 20]);
    }

    private static double reliableSize(List<Curve> curves) {
        double low = Math.log(BlindSpots.SMALLEST / 2);
        double high = Math.log(4 * BlindSpots.LARGEST);
        for (int i = 0; i < 30; i++) {
            double middle = (low + high) / 2;
            double found = curves.stream()
                    .mapToDouble(curve -> curve.chance(Math.exp(middle)))
                    .average()
                    .orElseThrow();
            if (found < BlindSpots.RELIABLE) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return BlindSpots.orBeyond(Math.exp(high));
    }
}
