package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.loupe.report.ContactSheet.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactSheetTest {
    @Test
    void entriesKeepTheirOrderAndGetTheirRank() {
        String page = ContactSheet.render(
                "Ranking",
                "today",
                List.of(new Entry("odd.png", "p/odd.png", 3), new Entry("calm.png", "p/calm.png", 1)));

        assertThat(page).containsSubsequence("<span class=\"tag\">1</span>", "odd.png", "3.00", "calm.png", "1.00");
    }

    @Test
    void namesAreEscaped() {
        String page = ContactSheet.render("<b>", "<i>", List.of(new Entry("<u>.png", "<s>.png", 3)));

        assertThat(page).contains("&lt;b&gt;", "&lt;i&gt;", "&lt;u&gt;.png", "%3Cs%3E.png");
        assertThat(page).doesNotContain("<b>").doesNotContain("<i>").doesNotContain("<u>");
    }

    @Test
    void emptySheetSaysSo() {
        assertThat(ContactSheet.render("Ranking", "today", List.of())).contains("There are no pictures.");
    }
}
