package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.report.ContactSheet.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimilaritySheetTest {
    @Test
    void thePictureAskedForComesFirstThenTheNearest() {
        String page = SimilaritySheet.render(
                "today",
                new Entry("cup.png", "p/cup.png", 1),
                List.of(new Entry("cups/mug.png", "p/mug.png", 0.912), new Entry("ship.png", "p/ship.png", -0.25)));

        assertThat(page)
                .containsSubsequence(
                        "<h1>Similar to cup.png</h1>",
                        "p/cup.png",
                        "asked for",
                        "class=\"near\" width=\"91.2\"",
                        "<span class=\"tag\">1</span>",
                        "cups/<wbr>mug.png",
                        "0.912",
                        "class=\"near\" width=\"0.0\"",
                        "<span class=\"tag\">2</span>",
                        "ship.png",
                        "-0.250");
    }

    @Test
    void namesAreEscaped() {
        String page = SimilaritySheet.render(
                "<i>", new Entry("<b>.png", "<s>.png", 1), List.of(new Entry("<u>.png", "<q>.png", 1)));

        assertThat(page).contains("&lt;i&gt;", "&lt;b&gt;.png", "%3Cs%3E.png", "&lt;u&gt;.png", "%3Cq%3E.png");
        assertThat(page).doesNotContain("<i>").doesNotContain("<b>").doesNotContain("<u>");
    }
}
