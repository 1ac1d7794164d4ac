package io.loupe.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.samples.SampleDataSet.Defective;
import io.loupe.samples.SampleDataSet.Good;
import io.loupe.samples.SampleDataSet.Picture;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SampleDataSetTest {
    private static final SampleDataSet SET = new SampleDataSet(Product.CLOTH, 3, 2, 1, 7);

    @Test
    void pathsFollowTheMvtecLayout() {
        assertThat(SET.pictures())
                .extracting(Picture::imagePath)
                .containsExactly(
                        "cloth/train/good/000.png",
                        "cloth/train/good/001.png",
                        "cloth/train/good/002.png",
                        "cloth/test/good/000.png",
                        "cloth/test/good/001.png",
                        "cloth/test/stain/000.png",
                        "cloth/test/fibre/000.png",
                        "cloth/test/missing_piece/000.png",
                        "cloth/test/misplaced_piece/000.png");
        assertThat(defective().getFirst().maskPath()).isEqualTo("cloth/ground_truth/stain/000_mask.png");
    }

    @Test
    void noTwoPicturesShareASeed() {
        SampleDataSet large = new SampleDataSet(Product.BRACKET, 300, 300, 100, 1);

        assertThat(large.pictures())
                .extracting(picture -> switch (picture) {
                    case Good good -> good.seed();
                    case Defective defective -> defective.seed();
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void rendersTheKindThatThePathSays() {
        assertThat(defective())
                .allSatisfy(picture -> assertThat(picture.imagePath())
                        .contains("/" + picture.render().kind().name().toLowerCase(Locale.ROOT) + "/"));
    }

    @Test
    void refusesASetWithNothingToTrainOn() {
        assertThatThrownBy(() -> new SampleDataSet(Product.CAP, 0, 2, 1, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A data set needs at least 1 good picture for training and no negative count, got 0, 2 and 1");
    }

    private static List<Defective> defective() {
        return SET.pictures().stream()
                .filter(Defective.class::isInstance)
                .map(Defective.class::cast)
                .toList();
    }
}
