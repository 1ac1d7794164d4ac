package io.loupe.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.loupe.vision.encoder.UnableToOpenEncoderException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelFileTest {
    @ParameterizedTest
    @ValueSource(strings = {"dog\nhot dog\nbär", "dog\r\nhot dog\r\nbär\r\n", " dog \nhot dog\nbär\n\n"})
    void readsOneNamePerLine(String text) {
        assertThat(parse(text, 3)).containsExactly("dog", "hot dog", "bär");
    }

    @Test
    void tellsHowManyNamesAreThereAndWanted() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> parse("dog\ncat\n", 3))
                .withMessageContainingAll("labels.txt has 2 lines", "3 kinds", "'outputs.detections.labels'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'dog||cat' | 2", "'dog|\u001b[2J|cat' | 2", "'|dog|cat' | 1"})
    void tellsWhichLineHoldsNoName(String lines, int line) {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> parse(lines.replace('|', '\n'), 3))
                .withMessageContaining("has no name in line " + line);
    }

    @Test
    void refusesANameTooLongToBeOne() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> parse("x".repeat(101), 1))
                .withMessageContaining("1 to 100 printable characters");
    }

    @Test
    void refusesTheSameNameTwice() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> parse("dog\ncat\ndog", 3))
                .withMessageContaining("the name 'dog' twice, again in line 3");
    }

    @Test
    void refusesAFileTooLargeToHoldNames() {
        assertThatExceptionOfType(UnableToOpenEncoderException.class)
                .isThrownBy(() -> parse("x\n".repeat(600_000), 600_000))
                .withMessageContaining("more than the 1048576 bytes");
    }

    private static List<String> parse(String text, int count) {
        return LabelFile.parse("labels.txt", text.getBytes(StandardCharsets.UTF_8), count);
    }
}
