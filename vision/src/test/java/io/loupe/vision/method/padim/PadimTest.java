package io.loupe.vision.method.padim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.encoder.PatchFeatures;
import io.loupe.vision.group.PictureRange;
import io.loupe.vision.method.AnomalyMethod;
import io.loupe.vision.method.AnomalyMethodContract;
import io.loupe.vision.method.FakeFeatures;
import io.loupe.vision.method.FittedMethod;
import io.loupe.vision.method.grid.TapShapes;
import io.loupe.vision.progress.Progress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PadimTest extends AnomalyMethodContract {
    @Override
    protected AnomalyMethod method() {
        return new Padim();
    }

    /** The documented bound for 6 pictures, sqrt(5 / 4) - 1. */
    @Override
    protected double heldOutTolerance() {
        return 0.119;
    }

    @Test
    void keepsAHundredChannelsOfMany() {
        TapShapes shapes = TapShapes.parse("4x4x300 2x2x200");
        ChannelSubset channels = ChannelSubset.random(shapes, 100, 1);
        assertThat(channels.channels())
                .hasSize(100)
                .doesNotHaveDuplicates()
                .isSorted()
                .isNotEqualTo(ChannelSubset.random(shapes, 100, 2).channels());
        assertThat(ChannelSubset.random(shapes, 1000, 1).count()).isEqualTo(500);
    }

    @Test
    void refusesToLeaveOutAPictureItHasNotSeen(Random random) {
        FakeFeatures normals = FakeFeatures.of(5, random);
        List<PatchFeatures> strange = normals.withOutlier(0, 4, 4);
        try (FittedMethod fitted = method().fit(normals, settings(), Progress.SILENT)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> fitted.scoreHeldOut(strange, PictureRange.of(0)))
                    .withMessageContaining("not those of a training picture");
        }
    }

    @Test
    void refusesAModelTooLargeToStore() {
        TapShapes shapes = TapShapes.parse("256x256x100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FittedPadim.requireStorable(ChannelSubset.random(shapes, 100, 1)))
                .withMessageContaining("65536 positions")
                .withMessageContaining("smaller input size");
    }

    @Test
    void inverseOfTheFactorTurnsTheMatrixIntoTheIdentity(Random random) {
        int dimension = 9;
        double[][] matrix = positiveDefinite(dimension, random);
        double[] triangle = new double[Triangle.size(dimension)];
        for (int i = 0; i < dimension; i++) {
            System.arraycopy(matrix[i], 0, triangle, Triangle.row(i), i + 1);
        }
        Triangle.factorInPlace(triangle, dimension);
        Triangle.invertInPlace(triangle, dimension);

        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                double product = 0;
                for (int k = 0; k <= i; k++) {
                    for (int l = 0; l <= j; l++) {
                        product += triangle[Triangle.row(i) + k] * matrix[k][l] * triangle[Triangle.row(j) + l];
                    }
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-9));
            }
        }
    }

    private static double[][] positiveDefinite(int dimension, Random random) {
        double[][] matrix = new double[dimension][dimension];
        for (int sample = 0; sample < 2 * dimension; sample++) {
            double[] vector = random.doubles(dimension, -1, 1).toArray();
            for (int i = 0; i < dimension; i++) {
                for (int j = 0; j < dimension; j++) {
                    matrix[i][j] += vector[i] * vector[j] + (i == j ? 0.01 : 0);
                }
            }
        }
        return matrix;
    }
}
