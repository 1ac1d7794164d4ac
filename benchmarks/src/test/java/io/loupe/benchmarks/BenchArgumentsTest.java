package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchArgumentsTest {
    private static BenchArguments parse(String... arguments) {
        return BenchArguments.parse(arguments, List.of("coreset", "inspection"));
    }

    @Test
    void wantsEverythingUnlessToldOtherwise() {
        assertThat(parse().wants("coreset")).isTrue();
        assertThat(parse("inspection").wants("coreset")).isFalse();
        assertThat(parse("--docs", "here", "coreset").wants("coreset")).isTrue();
        assertThat(parse("--docs", "here")).isEqualTo(new BenchArguments(Path.of("here"), null));
    }

    @Test
    void rejectsWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("nothing"))
                .withMessage("There is no benchmark 'nothing'; there are [coreset, inspection]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parse("--fast", "yes"))
                .withMessage("Unknown option --fast; there are --docs FOLDER and the name of a benchmark");
        assertThatIllegalArgumentException().isThrownBy(() -> parse("--docs")).withMessage("--docs needs a value");
    }
}
