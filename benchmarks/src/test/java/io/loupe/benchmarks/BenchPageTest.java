package io.loupe.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BenchPageTest {
    @Test
    void replacesTheSectionThatWasMeasuredAgain() {
        BenchPage page = BenchPage.parse("# Benchmarks\n\nold words\n\n## One\n\nold one\n\n## Two\n\nold two\n");

        String text = page.with("## Two\n\nnew two\n").text(List.of("One", "Two"));

        assertThat(text).contains("old one", "new two").doesNotContain("old two", "old words");
    }

    @Test
    void putsSectionsInTheOrderOfTheBenchmarksAndDropsThoseThatAreGone() {
        BenchPage page = BenchPage.parse("## Gone\n\nx\n\n## Two\n\n2\n");

        assertThat(page.with("## One\n\n1").text(List.of("One", "Two")))
                .startsWith("# Benchmarks")
                .endsWith("## One\n\n1\n\n## Two\n\n2\n");
    }

    @Test
    void beginsWithAnEmptyPage() {
        assertThat(BenchPage.parse("").text(List.of("One")))
                .startsWith("# Benchmarks")
                .doesNotContain("##");
    }
}
