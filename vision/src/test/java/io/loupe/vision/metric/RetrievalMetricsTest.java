package io.loupe.vision.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.loupe.vision.golden.GoldenMatrices;
import org.junit.jupiter.api.Test;

final class RetrievalMetricsTest {
    @Test
    void agreesWithScikitLearn() {
        GoldenMatrices golden = GoldenMatrices.read("metric/metrics.tsv");
        double[][] queries = golden.matrix("retrieval-relevant");
        double[][] expected = golden.matrix("retrieval-average-precision-and-precision-at-1-5-20");
        assertThat(queries.length).isEqualTo(expected.length);

        for (int query = 0; query < queries.length; query++) {
            boolean[] relevant = flags(queries[query]);
            double[] found = {
                RetrievalMetrics.averagePrecision(relevant),
                RetrievalMetrics.precisionAt(1, relevant),
                RetrievalMetrics.precisionAt(5, relevant),
                RetrievalMetrics.precisionAt(20, relevant)
            };
            assertThat(found).as("query %d", query).containsExactly(expected[query], within(1e-9));
        }
    }

    @Test
    void everythingRelevantFirstIsPerfect() {
        assertThat(RetrievalMetrics.averagePrecision(new boolean[] {true, true, false, false}))
                .isEqualTo(1);
    }

    @Test
    void whereNothingIsRelevantNothingCanBeAveraged() {
        assertThat(RetrievalMetrics.averagePrecision(new boolean[] {false, false}))
                .isNaN();
        assertThat(RetrievalMetrics.averagePrecision(new boolean[0])).isNaN();
        assertThat(RetrievalMetrics.precisionAt(2, new boolean[] {false, false}))
                .isZero();
    }

    @Test
    void precisionNeedsAsManyResultsAsItLooksAt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetrievalMetrics.precisionAt(5, new boolean[3]))
                .withMessage("Precision at 5 needs as many results, and there are 3; choose 1 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> RetrievalMetrics.precisionAt(0, new boolean[3]));
    }

    private static boolean[] flags(double[] values) {
        boolean[] flags = new boolean[values.length];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = values[i] == 1;
        }
        return flags;
    }
}
