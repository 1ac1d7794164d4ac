package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.onnx.DetectionDecoder.Candidate;
import io.loupe.vision.detect.BoundingBox;
import io.loupe.vision.encoder.InputSize;
import io.loupe.vision.encoder.PatchFeatures;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two kinds of objects on a grid of 12 x 20 cells of 4 pixels each; sides of 3, 5, 7 and 9 pixels. */
class CenterNetDecoderTest {
    private static final int ROWS = 12;
    private static final int COLUMNS = 20;
    private static final CenterNetDecoder DECODER = new CenterNetDecoder(
            new DetectionOutput.CenterNet("heatmap", "sides", 4, 2), new InputSize(4 * ROWS, 4 * COLUMNS));

    private final float[] heat = new float[ROWS * COLUMNS * 2];
    private final float[] sides = new float[ROWS * COLUMNS * 4];

    @BeforeEach
    void setSides() {
        for (int i = 0; i < sides.length; i++) {
            sides[i] = 3 + 2 * (i % 4);
        }
    }

    private void heat(int row, int column, int label, double score) {
        heat[2 * (COLUMNS * row + column) + label] = (float) score;
    }

    private List<Candidate> decode(double minScore) {
        return DECODER.decode(
                List.of(PatchFeatures.wrap(ROWS, COLUMNS, 2, heat), PatchFeatures.wrap(ROWS, COLUMNS, 4, sides)),
                minScore);
    }

    @Test
    void wantsBothGridsAtItsStride() {
        assertThat(DECODER.wantedOutputs()).extracting(WantedOutput::name).containsExactly("heatmap", "sides");
        assertThat(DECODER.wantedOutputs()).allMatch(output -> output.cells().getAsInt() == ROWS * COLUMNS);
    }

    @Test
    void drawsTheBoxFromTheCornerOfTheCell() {
        heat(2, 10, 1, 0.75);

        assertThat(decode(0.1)).containsExactly(new Candidate(1, 0.75f, new BoundingBox(40 - 3, 8 - 5, 40 + 7, 8 + 9)));
    }

    @Test
    void takesTheHottestOfEachNeighbourhood() {
        heat(5, 5, 0, 0.6);
        heat(5, 6, 0, 0.9);
        heat(6, 7, 0, 0.7);
        heat(8, 8, 0, 0.5);

        assertThat(decode(0.1)).extracting(Candidate::score).containsExactly(0.9f, 0.5f);
    }

    @Test
    void neighboursOfAnotherKindDoNotMatter() {
        heat(5, 5, 0, 0.6);
        heat(5, 6, 1, 0.9);

        assertThat(decode(0.1)).extracting(Candidate::label).containsExactly(1, 0);
    }

    @Test
    void everyPlaceOfAPlateauIsAPeak() {
        heat(5, 5, 0, 0.6);
        heat(5, 6, 0, 0.6);

        assertThat(decode(0.1)).hasSize(2);
    }

    @Test
    void theEndOfOneRowDoesNotTouchTheBeginningOfTheNext() {
        heat(4, COLUMNS - 1, 0, 0.9);
        heat(5, 0, 0, 0.8);
        heat(0, 0, 0, 0.7);
        heat(ROWS - 1, COLUMNS - 1, 0, 0.6);

        assertThat(decode(0.1)).hasSize(4);
    }

    @Test
    void leavesOutWhatIsBelowTheLeastScore() {
        heat(5, 5, 0, 0.6);
        heat(8, 8, 0, 0.59);

        assertThat(decode(0.6f)).extracting(Candidate::score).containsExactly(0.6f);
    }

    @Test
    void takesTheBestHundred() {
        Arrays.fill(heat, 0.5f);
        heat(8, 8, 0, 0.99);

        assertThat(decode(0)).hasSize(100).first().returns(0.99f, Candidate::score);
    }

    @Test
    void passesOverWhatIsNoNumberAndNoBox() {
        heat(2, 2, 0, Double.NaN);
        heat(5, 5, 0, 0.9);
        sides[4 * (COLUMNS * 5 + 5)] = Float.POSITIVE_INFINITY;
        heat(8, 8, 0, 0.8);
        sides[4 * (COLUMNS * 8 + 8)] = -100;
        heat(2, 8, 0, 0.7);
        sides[4 * (COLUMNS * 2 + 8) + 3] = Float.NaN;

        assertThat(decode(0.1)).isEmpty();
    }
}
