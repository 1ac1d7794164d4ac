package io.loupe.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.samples.SampleLibrary.Picture;
import io.loupe.vision.image.PerceptualHash;
import io.loupe.vision.image.RgbImage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleLibraryTest {
    private static final List<Picture> PICTURES = new SampleLibrary(40, 1).pictures();

    @Test
    void showsEveryProductGoodAndDefectiveAndEveryKindOfCopy() {
        assertThat(PICTURES).extracting(Picture::product).contains(Product.values());
        assertThat(PICTURES).extracting(Picture::defect).contains(Optional.empty());
        assertThat(PICTURES)
                .extracting(picture -> picture.defect().orElse(null))
                .contains(DefectKind.values());
        assertThat(PICTURES).extracting(picture -> picture.copy().orElse(null)).contains(NearCopy.values());
    }

    @Test
    void namesAreUniqueAndSaySoMuchAsTheTags() {
        assertThat(PICTURES).extracting(Picture::name).doesNotHaveDuplicates().contains("bracket-002.jpg");
        assertThat(PICTURES)
                .allSatisfy(picture ->
                        assertThat(picture.name()).startsWith(picture.tags().getFirst()));
    }

    @Test
    void originalsShareNoSeed() {
        assertThat(PICTURES.stream().filter(picture -> picture.copy().isEmpty()))
                .extracting(Picture::seed)
                .doesNotHaveDuplicates();
    }

    @Test
    void aCopyComesRightBehindItsOriginalAndShowsTheSame() {
        for (int i = 0; i < PICTURES.size(); i++) {
            if (PICTURES.get(i).copy().isPresent()) {
                Picture original = PICTURES.get(i - 1);
                assertThat(PICTURES.get(i).seed()).isEqualTo(original.seed());
                assertThat(PICTURES.get(i).tags()).isEqualTo(original.tags());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CONVERTED", "SMALLER", "DARKER"})
    void aCopyThatKeepsItsFrameHasNearlyTheSamePerceptualHash(NearCopy kind) {
        RgbImage original = Samples.good(Product.REGULATOR, 5);
        PerceptualHash copy = PerceptualHash.of(kind.of(original));
        assertThat(copy.hammingDistance(PerceptualHash.of(original))).isLessThanOrEqualTo(6);
    }

    @Test
    void copiesThatMoveTheFrameHaveTheSizeTheySay() {
        RgbImage original = Samples.good(Product.REGULATOR, 5);
        assertThat(NearCopy.TURNED.of(original).width()).isEqualTo(original.height());
        assertThat(NearCopy.CROPPED.of(original).height()).isEqualTo(280);
        assertThat(NearCopy.CROPPED.of(original).at(0, 0, 1)).isEqualTo(original.at(20, 15, 1));
    }

    @Test
    void refusesACollectionOfNothing() {
        assertThatThrownBy(() -> new SampleLibrary(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A collection has at least 1 picture of each product, got 0");
    }
}
