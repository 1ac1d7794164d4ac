package io.loupe.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.vision.image.RgbImage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pixel layout against what Pillow makes of it; {@code tools/golden/images.py} wrote files and values. */
class GoldenPixelsTest {
    static List<GoldenPicture> pictures() {
        return GoldenPicture.all();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void agreesWithPillow(GoldenPicture golden) {
        RgbImage read = ImageFiles.read(golden.file(), golden.bytes(), ImageLimits.DEFAULT);

        assertThat(largestDifference(read, golden.expected())).isLessThanOrEqualTo(golden.tolerance());
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void probesTheSizeThatIsRead(GoldenPicture golden) {
        ImageHeader header = ImageFiles.probe(golden.file(), golden.bytes(), ImageLimits.DEFAULT);

        assertThat(header.uprightHeight()).isEqualTo(golden.expected().height());
        assertThat(header.uprightWidth()).isEqualTo(golden.expected().width());
    }

    private static int largestDifference(RgbImage one, RgbImage other) {
        assertThat(one.height()).isEqualTo(other.height());
        assertThat(one.width()).isEqualTo(other.width());
        int largest = 0;
        for (int i = 0; i < one.pixels().length; i++) {
            largest = Math.max(largest, Math.abs((one.pixels()[i] & 0xff) - (other.pixels()[i] & 0xff)));
        }
        return largest;
    }
}
