package io.loupe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void textIsEscapedAndHtmlIsNot() {
        assertThat(Html.of("<p title=\"{}\">{}{}</p>", "a\"b'c", "<&>", Html.of("<br>"))
                        .source())
                .isEqualTo("<p title=\"a&quot;b&#39;c\">&lt;&amp;&gt;<br></p>");
    }

    @Test
    void valuesThatLookLikeGapsAreNotFilled() {
        assertThat(Html.of("{} {}", "{}", 2).source()).isEqualTo("{} 2");
    }

    @Test
    void charactersThatHideOrTurnTextAreReplaced() {
        assertThat(Html.of("{}", "a\u0000\u001b\u202egnp.exe\ud800\ud83d\ude00").source())
                .isEqualTo("a\ufffd\ufffd\ufffdgnp.exe\ufffd\ud83d\ude00");
    }

    @Test
    void joinedPiecesStandOnTheirOwnLines() {
        assertThat(Html.join(List.of(Html.of("a"), Html.of("b"))).source()).isEqualTo("a\nb");
    }

    @Test
    void refusesTooFewValues() {
        assertThatThrownBy(() -> Html.of("{} {}", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The template has 2 gaps, but 1 values were given");
    }
}
