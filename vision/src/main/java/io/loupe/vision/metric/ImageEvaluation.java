package io.loupe.vision.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers the scores of labelled pictures and says how well they part good from defective. Not thread-safe. */
public final class ImageEvaluation {
    /** @param defectType null for a good picture */
    private record ScoredImage(double score, @Nullable String defectType) {}

    private final List<ScoredImage> images = new ArrayList<>();

    /**
     * Adds a good picture.
     *
     * @throws IllegalArgumentException if the score is NaN
     */
    public void addGood(double score) {
        images.add(new ScoredImage(requireNumber(score), null));
    }

    /**
     * Adds a picture with a defect.
     *
     * @throws IllegalArgumentException if the score is NaN
     */
    public void addDefective(double score, String defectType) {
        images.add(new ScoredImage(requireNumber(score), defectType));
    }

    /**
     * The metrics of all pictures so far, with those above a score called defective. O(n log n) per defect type.
     *
     * @param failScore the threshold of the model
     */
    public ImageMetrics metrics(double failScore) {
        Map<String, List<ScoredImage>> byType = new TreeMap<>();
        for (ScoredImage image : images) {
            if (image.defectType != null) {
                byType.computeIfAbsent(image.defectType, type -> new ArrayList<>())
                        .add(image);
            }
        }
        List<ScoredImage> good =
                images.stream().filter(image -> image.defectType == null).toList();
        List<RocPoint> rocCurve = new ArrayList<>();
        RankingCurve overall = rank(images, rocCurve);
        List<ImageMetrics.DefectType> types = new ArrayList<>();
        byType.forEach((name, defective) -> types.add(defectType(name, defective, good, failScore)));
        return new ImageMetrics(
                overall.auroc(),
                overall.averagePrecision(),
                overall.f1Max(),
                confusion(failScore),
                Double.isNaN(overall.auroc()) ? List.of() : rocCurve,
                types);
    }

    private static ImageMetrics.DefectType defectType(
            String name, List<ScoredImage> defective, List<ScoredImage> good, double failScore) {
        int rejected = (int)
                defective.stream().filter(image -> image.score > failScore).count();
        List<ScoredImage> both = new ArrayList<>(good);
        both.addAll(defective);
        double auroc = rank(both, new ArrayList<>()).auroc();
        return new ImageMetrics.DefectType(name, defective.size(), rejected, auroc);
    }

    /** Steps down from the highest score, equal scores at once. */
    private static RankingCurve rank(List<ScoredImage> images, List<RocPoint> rocCurve) {
        List<ScoredImage> descending = new ArrayList<>(images);
        descending.sort(Comparator.comparingDouble(ScoredImage::score).reversed());
        long positiveTotal =
                images.stream().filter(image -> image.defectType != null).count();
        long negativeTotal = images.size() - positiveTotal;
        RankingCurve curve = new RankingCurve(negativeTotal, positiveTotal);
        rocCurve.add(new RocPoint(0, 0, Double.POSITIVE_INFINITY));
        long positivesAbove = 0;
        int start = 0;
        while (start < descending.size()) {
            double score = descending.get(start).score;
            int end = start;
            int positives = 0;
            while (end < descending.size() && descending.get(end).score == score) {
                positives += descending.get(end).defectType != null ? 1 : 0;
                end++;
            }
            curve.step(end - start - positives, positives);
            positivesAbove += positives;
            rocCurve.add(new RocPoint(
                    (double) (end - positivesAbove) / negativeTotal, (double) positivesAbove / positiveTotal, score));
            start = end;
        }
        return curve;
    }

    private Confusion confusion(double failScore) {
        long[] counts = new long[4];
        for (ScoredImage image : images) {
            boolean defective = image.defectType != null;
            boolean rejected = image.score > failScore;
            counts[(defective ? 0 : 2) + (rejected ? 0 : 1)]++;
        }
        return new Confusion(counts[0], counts[2], counts[1], counts[3]);
    }

    private static double requireNumber(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("The score of a picture is NaN, which has no place in a ranking");
        }
        return score + 0.0; // -0 and 0 are one score
    }
}
