package io.loupe.vision.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SectionFactsTest {
    @TempDir
    private Path folder;

    private ModelFile file;
    private SectionFacts facts;

    @BeforeEach
    void writeFacts() {
        Path path = folder.resolve("model");
        ModelFile.write(path, sections -> sections.putFacts("bank", Map.of("k", "3", "mask", "true", "odd", "yes")));
        file = ModelFile.open(path);
        facts = SectionFacts.read(file, "bank");
    }

    @AfterEach
    void closeFile() {
        file.close();
    }

    @Test
    void readsNumbersAndFlags() {
        assertThat(facts.number("k", 1)).isEqualTo(3);
        assertThat(facts.flag("mask")).isTrue();
        assertThat(facts.<String>parsed("odd", text -> text + "!")).isEqualTo("yes!");
    }

    @Test
    void namesAMissingFact() {
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> facts.number("rows", 1))
                .withMessageContaining("Section 'bank' of model ")
                .withMessageContaining("has no fact 'rows'");
    }

    @Test
    void namesAFactThatMakesNoSense() {
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> facts.number("k", 4))
                .withMessageContaining("'k' in section 'bank'")
                .withMessageContaining("'3' (must be at least 4)");
        assertThatExceptionOfType(UnreadableModelException.class)
                .isThrownBy(() -> facts.flag("odd"))
                .withMessageContaining("must be true or false");
        assertThatExceptionOfType(UnreadableModelException.class).isThrownBy(() -> facts.number("odd", 1));
    }
}
