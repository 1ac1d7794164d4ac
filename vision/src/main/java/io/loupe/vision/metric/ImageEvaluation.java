package io.loupe.vision.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gathers the scores of labelled pictures and says how well they part good from defective. Not thread-safe. */
public final class ImageEvaluation {
    /** @param defectType null for a good picture */
    private record ScoredImage(double score, @Nullable String defectType) {}

    /** How many pictures have one score. */
    private record Step(double score, int good, int defective) {
        Step plus(Step above) {
            return new Step(score, good + above.good, defective + above.defective);
        }
    }

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
        List<Step> steps = descend(images);
        RankingCurve ranking = rank(steps);
        return new ImageMetrics(
                ranking.auroc(),
                ranking.averagePrecision(),
                ranking.f1Max(),
                confusion(steps, failScore),
                Double.isNaN(ranking.auroc()) ? List.of() : rocCurve(steps),
                defectTypes(failScore));
    }

    private List<ImageMetrics.DefectType> defectTypes(double failScore) {
        SortedSet<String> names = new TreeSet<>();
        for (ScoredImage image : images) {
            if (image.defectType != null) {
                names.add(image.defectType);
            }
        }
        return names.stream().map(name -> defectType(name, failScore)).toList();
    }

    private ImageMetrics.DefectType defectType(String name, double failScore) {
        List<Step> steps = descend(images.stream()
                .filter(image -> image.defectType == null || image.defectType.equals(name))
                .toList());
        Confusion confusion = confusion(steps, failScore);
        int rejected = (int) confusion.truePositives();
        int pictures = rejected + (int) confusion.falseNegatives();
        return new ImageMetrics.DefectType(name, pictures, rejected, rank(steps).auroc());
    }

    private static List<Step> descend(List<ScoredImage> images) {
        List<ScoredImage> descending = new ArrayList<>(images);
        descending.sort(Comparator.comparingDouble(ScoredImage::score).reversed());
        List<Step> steps = new ArrayList<>();
        for (ScoredImage image : descending) {
            Step step = new Step(image.score, image.defectType == null ? 1 : 0, image.defectType == null ? 0 : 1);
            if (!steps.isEmpty() && steps.getLast().score == image.score) {
                step = step.plus(steps.removeLast());
            }
            steps.add(step);
        }
        return steps;
    }

    private static RankingCurve rank(List<Step> steps) {
        RankingCurve curve = new RankingCurve(goodOf(steps), defectiveOf(steps));
        steps.forEach(step -> curve.step(step.good, step.defective));
        return curve;
    }

    private static List<RocPoint> rocCurve(List<Step> steps) {
        List<RocPoint> curve = new ArrayList<>();
        curve.add(new RocPoint(0, 0, Double.POSITIVE_INFINITY));
        int good = goodOf(steps);
        int defective = defectiveOf(steps);
        Step above = new Step(0, 0, 0);
        for (Step step : steps) {
            above = step.plus(above);
            double falsePositiveRate = (double) above.good / good;
            double truePositiveRate = (double) above.defective / defective;
            curve.add(new RocPoint(falsePositiveRate, truePositiveRate, step.score));
        }
        return curve;
    }

    private static Confusion confusion(List<Step> steps, double failScore) {
        List<Step> rejected =
                steps.stream().filter(step -> step.score > failScore).toList();
        int truePositives = defectiveOf(rejected);
        int falsePositives = goodOf(rejected);
        return new Confusion(
                truePositives, falsePositives, defectiveOf(steps) - truePositives, goodOf(steps) - falsePositives);
    }

    private static int goodOf(List<Step> steps) {
        return steps.stream().mapToInt(Step::good).sum();
    }

    private static int defectiveOf(List<Step> steps) {
        return steps.stream().mapToInt(Step::defective).sum();
    }

    private static double requireNumber(double score) {
        if (Double.isNaN(score)) {
            throw new IllegalArgumentException("The score of a picture is NaN, which has no place in a ranking");
        }
        return score + 0.0; // -0 and 0 are one score
    }
}
