package io.loupe.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void wordsStandBetweenWhatIsNeitherLetterNorDigit() {
        assertThat(Words.of("Pump_07 (left)-side.JPG")).containsExactly("pump", "07", "left", "side", "jpg");
        assertThat(Words.of("  ...  ")).isEmpty();
        assertThat(Words.of("")).isEmpty();
    }

    @Test
    void eachCountsOnceWhateverItsCase() {
        assertThat(Words.of("Zebra zebra ZEBRA")).containsExactly("zebra");
    }

    @Test
    void lettersOfAllScriptsCount() {
        assertThat(Words.of("Größe/Δοκός 漢字")).containsExactly("größe", "δοκός", "漢字");
    }

    @Test
    void aLetterWithAMarkIsTheSameHoweverItIsWritten() {
        assertThat(Words.of("Gro\u0308ße")).containsExactly("größe");
    }
}
