package io.loupe.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.loupe.testkit.Seeded;
import io.loupe.vision.image.BinaryMask;
import io.loupe.vision.image.RgbImage;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Seeded
class SamplesTest {
    static Stream<Arguments> everyDefect() {
        return Arrays.stream(Product.values())
                .flatMap(product -> product.defectKinds().stream().map(kind -> Arguments.of(product, kind)));
    }

    @ParameterizedTest
    @EnumSource
    void goodPictureHasTheSizeOfItsProduct(Product product) {
        RgbImage picture = Samples.good(product, 1);

        assertThat(picture.height()).isEqualTo(product.height());
        assertThat(picture.width()).isEqualTo(product.width());
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameGoodPicture(Product product, Random random) {
        long seed = random.nextLong();

        assertThat(Samples.good(product, seed)).isEqualTo(Samples.good(product, seed));
    }

    @ParameterizedTest
    @EnumSource
    void neighbouringSeedsGiveDifferentPicturesOfTheSameBrightness(Product product, Random random) {
        long seed = random.nextLong();
        RgbImage one = Samples.good(product, seed);
        RgbImage next = Samples.good(product, seed + 1);

        assertThat(meanDifference(one, next, null)).isGreaterThan(1.5);
        assertThat(brightness(one)).isCloseTo(brightness(next), within(20.0));
    }

    @ParameterizedTest
    @MethodSource("everyDefect")
    void sameSeedGivesTheSameDefect(Product product, DefectKind kind, Random random) {
        long seed = random.nextLong();

        assertThat(Samples.defective(product, kind, seed)).isEqualTo(Samples.defective(product, kind, seed));
    }

    @ParameterizedTest
    @MethodSource("everyDefect")
    void defectChangesThePixelsOfItsMaskAndNoOthers(Product product, DefectKind kind, Random random) {
        for (int i = 0; i < 5; i++) {
            long seed = random.nextLong();
            LabelledPicture picture = Samples.defective(product, kind, seed);
            RgbImage good = Samples.good(product, seed);

            assertThat(meanDifference(good, picture.image(), picture.mask())).isGreaterThan(5);
            assertThat(changedOutside(good, picture)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everyDefect")
    void maskIsAsLargeAsThePictureAndSetInPart(Product product, DefectKind kind, Random random) {
        LabelledPicture picture = Samples.defective(product, kind, random.nextLong());

        assertThat(picture.kind()).isEqualTo(kind);
        assertThat(picture.mask().height()).isEqualTo(product.height());
        assertThat(picture.mask().width()).isEqualTo(product.width());
        assertThat(picture.mask().area()).isBetween(40, product.height() * product.width() / 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DENT", "CRACK", "SCRATCH"})
    void clothRefusesDefectsItCannotHaveAndNamesThoseItCan(DefectKind kind) {
        assertThatThrownBy(() -> Samples.defective(Product.CLOTH, kind, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A CLOTH has no defect %s; choose one of [STAIN, FIBRE, MISSING_PIECE, MISPLACED_PIECE]"
                        .formatted(kind));
    }

    private static double brightness(RgbImage image) {
        long sum = 0;
        for (byte value : image.pixels()) {
            sum += value & 0xff;
        }
        return (double) sum / image.pixels().length;
    }

    private static double meanDifference(RgbImage one, RgbImage other, @Nullable BinaryMask mask) {
        long sum = 0;
        int count = 0;
        for (int row = 0; row < one.height(); row++) {
            for (int column = 0; column < one.width(); column++) {
                if (mask == null || mask.at(row, column)) {
                    sum += largestChange(one, other, row, column);
                    count++;
                }
            }
        }
        return (double) sum / count;
    }

    private static int changedOutside(RgbImage good, LabelledPicture picture) {
        int changed = 0;
        for (int row = 0; row < good.height(); row++) {
            for (int column = 0; column < good.width(); column++) {
                boolean differs = largestChange(good, picture.image(), row, column) > 0;
                changed += differs && !picture.mask().at(row, column) ? 1 : 0;
            }
        }
        return changed;
    }

    private static int largestChange(RgbImage one, RgbImage other, int row, int column) {
        int largest = 0;
        for (int channel = 0; channel < 3; channel++) {
            largest = Math.max(largest, Math.abs(one.at(row, column, channel) - other.at(row, column, channel)));
        }
        return largest;
    }
}
