package io.loupe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.cli.Nearest.Ranked;
import io.loupe.testkit.Seeded;
import io.loupe.vision.encoder.ImageEmbedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NearestTest {
    private static final ImageEmbedding QUERY = ImageEmbedding.wrap(new float[] {1, 0});

    @Test
    @Seeded
    void findsWhatSortingAllOfThemFinds(Random random) {
        Nearest nearest = new Nearest(QUERY, 10);
        List<ImageEmbedding> all = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            // A few directions only, so that there are ties.
            all.add(ImageEmbedding.wrap(new float[] {random.nextInt(-4, 5), random.nextInt(1, 5)}));
            nearest.add(Path.of("" + i), all.get(i));
        }

        List<Ranked> found = nearest.ranked();

        List<Double> similarities = all.stream().map(QUERY::cosineSimilarity).toList();
        List<Double> highest = similarities.stream()
                .sorted(Comparator.reverseOrder())
                .limit(10)
                .toList();
        assertThat(found).extracting(Ranked::similarity).isEqualTo(highest);
        assertThat(found)
                .allSatisfy(picture -> assertThat(picture.similarity())
                        .isEqualTo(
                                similarities.get(Integer.parseInt(picture.file().toString()))));
    }

    @Test
    void ofEquallyNearOnesTheEarlierComesFirst() {
        Nearest nearest = new Nearest(QUERY, 2);
        for (String name : List.of("a", "b", "c")) {
            nearest.add(Path.of(name), QUERY);
        }

        assertThat(nearest.ranked()).extracting(Ranked::file).containsExactly(Path.of("a"), Path.of("b"));
    }
}
