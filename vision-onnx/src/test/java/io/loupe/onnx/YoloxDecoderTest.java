package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.loupe.onnx.DetectionDecoder.Candidate;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two kinds of objects in a picture of 32 x 64: 4 x 8 places of stride 8, then 2 x 4 of stride 16. */
class YoloxDecoderTest {
    private static final int PLACES = 32 + 8;
    private static final YoloxDecoder DECODER =
            new YoloxDecoder(new DetectionOutput.Yolox("table", List.of(8, 16), 2), new InputSize(32, 64));

    private final float[] table = new float[7 * PLACES];

    private void place(int place, double... values) {
        for (int i = 0; i < values.length; i++) {
            table[7 * place + i] = (float) values[i];
        }
    }

    private List<Candidate> decode(double minScore) {
        return DECODER.decode(List.of(PatchFeatures.wrap(PLACES, 1, 7, table)), minScore);
    }

    @Test
    void wantsARowForEachPlaceOfEachStride() {
        WantedOutput wanted = DECODER.wantedOutputs().getFirst();

        assertThat(wanted.cells()).hasValue(PLACES);
        assertThat(wanted.channels()).isEqualTo(7);
        assertThat(wanted.layouts()).containsExactly(OutputLayout.TABLE);
    }

    @Test
    void readsThePlacesRowByRow() {
        place(8 + 3, 0.5, 0.25, Math.log(2), 0, 1, 1, 0);

        BoundingBox box = decode(0.5).getFirst().box();
        assertThat(box.intersectionOverUnion(around(28, 10, 16, 8))).isCloseTo(1, within(1e-6));
    }

    @Test
    void readsTheCoarseGridAfterTheFineOne() {
        place(32 + 4 + 1, 0.5, 0.25, 0, 0, 1, 0, 1);

        assertThat(decode(0.5)).containsExactly(new Candidate(1, 1, around(24, 20, 16, 16)));
    }

    @Test
    void scoresAPlaceByItsLikeliestKind() {
        place(0, 0, 0, 0, 0, 0.5, 0.5, 0.75);

        assertThat(decode(0.1)).singleElement().returns(1, Candidate::label).returns(0.375f, Candidate::score);
    }

    @Test
    void leavesOutWhatIsBelowTheLeastScore() {
        place(0, 0, 0, 0, 0, 0.5, 0.5, 0.75);

        assertThat(decode(0.375)).hasSize(1);
        assertThat(decode(0.376)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1000})
    void passesOverWhatIsNoBox(double logarithmOfWidth) {
        place(0, 0, 0, logarithmOfWidth, 0, 1, 1, 1);

        assertThat(decode(0.1)).isEmpty();
    }

    @Test
    void passesOverScoresThatAreNoNumbers() {
        place(0, 0, 0, 0, 0, Double.NaN, 1, 1);
        place(1, 0, 0, 0, 0, 1, Double.NaN, Double.NaN);

        assertThat(decode(0)).extracting(Candidate::score).doesNotContain(Float.NaN);
    }

    private static BoundingBox around(double x, double y, double width, double height) {
        return new BoundingBox(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
    }
}
