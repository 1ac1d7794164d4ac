package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelColorsTest {
    private static final List<String> LABELS =
            IntStream.range(0, 80).mapToObj(Integer::toString).toList();

    @Test
    void everyLabelHasItsOwnColour() {
        LabelColors colors = new LabelColors(LABELS);

        assertThat(LABELS.stream().map(colors::of)).doesNotHaveDuplicates();
    }

    @Test
    void darkWordsCanBeReadOnEveryColour() {
        LabelColors colors = new LabelColors(LABELS);

        assertThat(LABELS)
                .allSatisfy(label -> assertThat(contrast(colors.of(label), LabelColors.WORDS))
                        .as("contrast on the colour of %s", label)
                        .isGreaterThan(4.5));
    }

    @Test
    void aLabelThatIsNotInTheListHasAColourToo() {
        assertThat(new LabelColors(List.of()).of("dog")).isBetween(0, 0xffffff);
    }

    /** Of WCAG 2.2; 4.5 is what it asks of small words. */
    private static double contrast(int ground, int words) {
        return (luminance(ground) + 0.05) / (luminance(words) + 0.05);
    }

    private static double luminance(int color) {
        return 0.2126 * linear(color >> 16) + 0.7152 * linear(color >> 8 & 0xff) + 0.0722 * linear(color & 0xff);
    }

    private static double linear(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
