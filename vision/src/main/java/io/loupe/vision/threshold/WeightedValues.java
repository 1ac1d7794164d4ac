package io.loupe.vision.threshold;

import io.loupe.vision.group.PictureGroups;
import io.loupe.vision.group.PictureRange;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * One value for each picture, ascending, with weights by which every part counts once, however many pictures show it: the
 * values of m pictures weigh 1 / m each [1].
 *
 * <p>[1] Lee, Barber, Willett: Distribution-free Inference with Hierarchical Data, 2023, section 3
 */
final class WeightedValues {
    private final double[] ascending;
    private final double[] weights;
    private final int parts;

    private WeightedValues(double[] ascending, double[] weights, int parts) {
        this.ascending = ascending;
        this.weights = weights;
        this.parts = parts;
    }

    /** Values of pictures that each show a part of their own. */
    static WeightedValues of(double... values) {
        return of(values, PictureGroups.single(values.length));
    }

    static WeightedValues of(double[] values, PictureGroups groups) {
        double[] weights = groups.rangeOfEach().stream()
                .mapToDouble(PictureRange::count)
                .map(count -> 1 / count)
                .toArray();
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new WeightedValues(
                Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> weights[i]).toArray(),
                groups.count());
    }

    /** How many parts the values come from, and so the sum of the weights. */
    int parts() {
        return parts;
    }

    double lowest() {
        return ascending[0];
    }

    double highest() {
        return ascending[ascending.length - 1];
    }

    /** How many parts lie above a value; of a part whose pictures lie on both sides, a share. */
    double above(double value) {
        double above = 0;
        for (int i = ascending.length - 1; i >= 0 && ascending[i] > value; i--) {
            above += weights[i];
        }
        return above;
    }

    /** The lowest value that no more than {@code most} parts lie above. */
    double lowestExceededBy(double most) {
        int i = ascending.length - 1;
        for (double above = weights[i]; i > 0 && above <= most; above += weights[i]) {
            i--;
        }
        return ascending[i];
    }

    double mean(DoubleUnaryOperator scale) {
        double mean = 0;
        for (int i = 0; i < ascending.length; i++) {
            mean += weights[i] * scale.applyAsDouble(ascending[i]) / parts;
        }
        return mean;
    }

    /** The standard deviation, with parts - 1 degrees of freedom. */
    double deviation(DoubleUnaryOperator scale) {
        double mean = mean(scale);
        double squares = 0;
        for (int i = 0; i < ascending.length; i++) {
            double difference = scale.applyAsDouble(ascending[i]) - mean;
            squares += weights[i] * difference * difference;
        }
        return Math.sqrt(squares / (parts - 1));
    }
}
