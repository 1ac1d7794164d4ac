package io.loupe.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What filters mean; indexes are held to it by {@link io.loupe.testkit.VectorIndexContract}. */
final class PayloadFilterTest {
    private static final Payload PAYLOAD =
            new Payload(Map.of("tags", List.of("red", "round"), "none", List.of()), Map.of("size", 5.0));

    private static final PayloadFilter YES = new Exists("size");
    private static final PayloadFilter NO = new Exists("colour");

    @Test
    void oneKeywordOfManyIsEnough() {
        assertThat(new AnyKeyword("tags", Set.of("round", "blue")).matches(PAYLOAD))
                .isTrue();
        assertThat(new AnyKeyword("tags", Set.of("blue")).matches(PAYLOAD)).isFalse();
        assertThat(new AnyKeyword("tags", Set.of()).matches(PAYLOAD)).isFalse();
        assertThat(new AnyKeyword("colour", Set.of("red")).matches(PAYLOAD)).isFalse();
    }

    @Test
    void allWordsMustOccurInWhicheverKeyword() {
        Payload payload = new Payload(Map.of("name", List.of("Pump_07.JPG", "left side")), Map.of());
        assertThat(new AllWords("name", Words.of("pump")).matches(payload)).isTrue();
        assertThat(new AllWords("name", Words.of("LEFT-pump 07")).matches(payload))
                .isTrue();
        assertThat(new AllWords("name", Words.of("pump 08")).matches(payload)).isFalse();
        assertThat(new AllWords("name", Words.of("pum")).matches(payload)).isFalse();
        assertThat(new AllWords("name", Set.of()).matches(payload)).isTrue();
        assertThat(new AllWords("tags", Words.of("pump")).matches(payload)).isFalse();
    }

    @Test
    void whatIsTooLongToBeKeptCannotBeAskedFor() {
        String longer = "x".repeat(PayloadFilter.LONGEST_KEYWORD + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnyKeyword("tags", Set.of(longer)))
                .withMessageContaining("has 1001 characters; up to 1000 can be searched for");
        assertThatIllegalArgumentException().isThrownBy(() -> new AllWords("tags", Set.of(longer)));
    }

    @Test
    void bothEndsBelongToARange() {
        assertThat(new Range("size", 5, 5).matches(PAYLOAD)).isTrue();
        assertThat(new Range("size", Math.nextUp(5), 9).matches(PAYLOAD)).isFalse();
        assertThat(new Range("size", 5.1, 9).matches(PAYLOAD)).isFalse();
        assertThat(new Range("size", 9, 1).matches(PAYLOAD)).isFalse();
        assertThat(new Range("tags", 0, 9).matches(PAYLOAD)).isFalse();
    }

    @Test
    void aFieldExistsIfItHasAKeywordOrANumber() {
        assertThat(new Exists("tags").matches(PAYLOAD)).isTrue();
        assertThat(YES.matches(PAYLOAD)).isTrue();
        assertThat(new Exists("none").matches(PAYLOAD)).isFalse();
        assertThat(NO.matches(PAYLOAD)).isFalse();
    }

    @Test
    void allOfNoneIsEverythingAndAnyOfNoneIsNothing() {
        assertThat(PayloadFilter.EVERYTHING.matches(PAYLOAD)).isTrue();
        assertThat(new Any(List.of()).matches(PAYLOAD)).isFalse();
    }

    @Test
    void filtersCombine() {
        assertThat(new All(List.of(YES, NO)).matches(PAYLOAD)).isFalse();
        assertThat(new Any(List.of(YES, NO)).matches(PAYLOAD)).isTrue();
        assertThat(new Not(NO).matches(PAYLOAD)).isTrue();
    }
}
