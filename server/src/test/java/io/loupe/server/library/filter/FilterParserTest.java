package io.loupe.server.library.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.loupe.index.PayloadFilter;
import io.loupe.index.PayloadFilter.All;
import io.loupe.index.PayloadFilter.AllWords;
import io.loupe.index.PayloadFilter.Any;
import io.loupe.index.PayloadFilter.AnyKeyword;
import io.loupe.index.PayloadFilter.Exists;
import io.loupe.index.PayloadFilter.Not;
import io.loupe.index.PayloadFilter.Range;
import io.loupe.server.platform.problem.ProblemCode;
import io.loupe.server.platform.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter language as its users write it; quotes are single here for the reader's sake. */
final class FilterParserTest {
    private static PayloadFilter parse(String json) {
        return FilterParser.parse(json.replace('\'', '"'));
    }

    private static String refusal(String json) {
        try {
            throw new AssertionError("taken as " + parse(json));
        } catch (ProblemException e) {
            return e.detail();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null", "{}", "{'must':[]}", "{'should':[],'must_not':[]}"})
    void nothingIsNoRestriction(String json) {
        assertThat(parse(json)).isEqualTo(PayloadFilter.EVERYTHING);
    }

    @Test
    void allOfMustAndOneOfShouldAndNoneOfMustNot() {
        assertThat(parse("""
                        {'must':[{'field':'name','exists':true}],
                         'should':[{'field':'tags','eq':'a'},{'field':'tags','eq':'b'}],
                         'must_not':[{'field':'source','eq':'video'}]}"""))
                .isEqualTo(new All(List.of(
                        new Exists("name"),
                        new Any(List.of(new AnyKeyword("tags", Set.of("a")), new AnyKeyword("tags", Set.of("b")))),
                        new Not(new AnyKeyword("source", Set.of("video"))))));
    }

    @Test
    void filtersNestInClauses() {
        assertThat(parse("{'should':[{'must_not':[{'field':'tags','eq':'a'}]},{'field':'name','text':'Pump 7'}]}"))
                .isEqualTo(new Any(List.of(
                        new Not(new AnyKeyword("tags", Set.of("a"))), new AllWords("name", Set.of("pump", "7")))));
    }

    @Nested
    class Comparisons {
        private static PayloadFilter condition(String field, String comparison) {
            return parse("{'must':[{'field':'%s',%s}]}".formatted(field, comparison));
        }

        @Test
        void wordsAreEqualOrOneOfAny() {
            assertThat(condition("metadata.line", "'eq':'7'")).isEqualTo(new AnyKeyword("metadata.line", Set.of("7")));
            assertThat(condition("objects.label", "'any':['cat','dog','cat']"))
                    .isEqualTo(new AnyKeyword("objects.label", Set.of("cat", "dog")));
            assertThat(condition("tags", "'any':[]")).isEqualTo(new AnyKeyword("tags", Set.of()));
        }

        @Test
        void numbersAreEqualOrOneOfAny() {
            assertThat(condition("width", "'eq':640")).isEqualTo(new Range("width", 640, 640));
            assertThat(condition("width", "'any':[1,2]"))
                    .isEqualTo(new Any(List.of(new Range("width", 1, 1), new Range("width", 2, 2))));
        }

        @Test
        void aRangeTakesItsEndsOrLeavesThemOut() {
            assertThat(condition("width", "'range':{'gte':1,'lte':2}")).isEqualTo(new Range("width", 1, 2));
            assertThat(condition("width", "'range':{'gt':1,'lt':2}"))
                    .isEqualTo(new Range("width", Math.nextUp(1.0), Math.nextDown(2.0)));
            assertThat(condition("width", "'range':{'lt':2}"))
                    .isEqualTo(new Range("width", Double.NEGATIVE_INFINITY, Math.nextDown(2.0)));
        }

        @Test
        void timesAreComparedToTheMicrosecondInAnyZone() {
            assertThat(condition("created_at", "'range':{'gte':'1970-01-01T00:00:01Z'}"))
                    .isEqualTo(new Range("created_at", 1_000_000, Double.POSITIVE_INFINITY));
            assertThat(condition("created_at", "'range':{'gt':'1970-01-01T02:00:00.0000015+02:00'}"))
                    .isEqualTo(new Range("created_at", 2, Double.POSITIVE_INFINITY));
            assertThat(condition("captured_at", "'range':{'lt':'1970-01-01T00:00:01Z'}"))
                    .isEqualTo(new Range("captured_at", Double.NEGATIVE_INFINITY, 999_999));
        }

        @Test
        void aFieldExistsOrDoesNot() {
            assertThat(condition("captured_at", "'exists':true")).isEqualTo(new Exists("captured_at"));
            assertThat(condition("captured_at", "'exists':false")).isEqualTo(new Not(new Exists("captured_at")));
        }
    }

    @Nested
    class Refusals {
        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                {'must':[{'field':'tag','eq':'x'}]}               | must[0].field should be one of tags, name, source, format, objects.label, owner_user_id, width, height, bytes, quality_score, created_at, captured_at, metadata.KEY
                {'must':[{'field':7,'eq':'x'}]}                   | must[0].field should be one of tags
                {'must':[{'field':'metadata.','eq':'x'}]}         | must[0].field should be one of tags
                {'must':[{'field':'tags'}]}                       | must[0] should have a field and one of eq, any, range, exists and text
                {'must':[{'field':'tags','eq':'a','any':['b']}]}  | must[0] should have a field and one of eq, any, range, exists and text
                {'must':[{'field':'tags','like':'a'}]}            | must[0].like is nothing to compare with
                {'must':[{'field':'tags','eq':7}]}                | must[0].eq should be a text
                {'must':[{'field':'tags','eq':'\\u0000'}]}        | must[0].eq should be a text of up to 1,000 Unicode characters other than U+0000
                {'must':[{'field':'tags','eq':'\\ud800'}]}        | must[0].eq should be a text of up to 1,000 Unicode characters other than U+0000
                {'must':[{'field':'tags','any':'a'}]}             | must[0].any should be a list of up to 1,000 values
                {'must':[{'field':'width','eq':'x'}]}             | must[0].eq should be a number
                {'must':[{'field':'width','eq':1e999}]}           | must[0].eq should be a number
                {'must':[{'field':'width','any':[1,'x']}]}        | must[0].any[1] should be a number
                {'must':[{'field':'width','text':'x'}]}           | must[0].text is for words, and width is none; use eq, any, range or exists
                {'must':[{'field':'name','text':'...'}]}          | must[0].text should hold at least one letter or digit
                {'must':[{'field':'tags','range':{'gte':1}}]}     | must[0].range is for numbers and times, and tags holds words; use eq, any, exists or text
                {'must':[{'field':'width','range':{}}]}           | must[0].range should be an object with gte or gt, and lte or lt
                {'must':[{'field':'width','range':{'from':1}}]}   | must[0].range should be an object with gte or gt, and lte or lt
                {'must':[{'field':'width','range':{'gt':1,'gte':1}}]} | must[0].range should have one lower and one upper bound, not two of a side
                {'must':[{'field':'created_at','range':{'gte':'yesterday'}}]} | must[0].range.gte should be a time such as 2026-01-01T00:00:00Z
                {'must':[{'field':'created_at','range':{'gte':1}}]} | must[0].range.gte should be a time such as 2026-01-01T00:00:00Z
                {'must':[{'field':'created_at','range':{'gte':'2026-01-01T00:00:00'}}]} | must[0].range.gte should be a time such as 2026-01-01T00:00:00Z
                {'must':[{'field':'created_at','range':{'lt':'+99999-01-01T00:00:00Z'}}]} | must[0].range.lt should be a time such as 2026-01-01T00:00:00Z
                {'must':[{'field':'tags','exists':'yes'}]}        | must[0].exists should be true or false
                {'must':{'field':'tags','eq':'a'}}                | must should be a list of conditions
                {'must':['tags']}                                 | must[0] should be an object with must, should or must_not
                {'must_not':[{'should':[{},{'must':7}]}]}         | must_not[0].should[1].must should be a list of conditions
                {'musst':[]}                                      | filter has 'musst'; a filter has must, should and must_not
                []                                                | filter should be an object with must, should or must_not
                """)
        void whatIsWrongIsSaidWithItsPath(String json, String sentence) {
            assertThat(refusal(json)).startsWith("The filter is not valid: " + sentence);
        }

        @Test
        void severalMistakesAreToldTogether() {
            assertThat(refusal("{'must':[{'field':'width','eq':'x'},{'field':'nothing','eq':1}],'or':[]}"))
                    .contains("filter has 'or'", "must[0].eq should be a number", "must[1].field should be one of");
        }

        @Test
        void butNotMoreThanAnybodyReads() {
            assertThat(refusal("{'must':[%s7]}".formatted("7,".repeat(150)))).hasSizeLessThan(1_000);
        }

        @Test
        void whatIsNoJsonIsABadRequest() {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> parse("{'must':["))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ProblemCode.INVALID_REQUEST))
                    .withMessageContaining("filter should be JSON");
        }

        @Test
        void whatIsTooDeepOrTooMuchIsRefused() {
            assertThat(refusal("{'must':[".repeat(9) + "]}".repeat(9)))
                    .contains(
                            "must[0].must[0].must[0].must[0].must[0].must[0].must[0].must[0] is nested more than 8 deep");
            assertThatThrownBy(() -> parse("{'must':[".repeat(5_000) + "]}".repeat(5_000)))
                    .isInstanceOf(ProblemException.class);
            String condition = "{'field':'tags','eq':'a'},";
            assertThat(refusal("{'must':[%s{'field':'tags','eq':'a'}]}".formatted(condition.repeat(200))))
                    .contains("must[200] is one condition too many; a filter has up to 200");
            assertThat(refusal("{'must':[{'field':'width','any':[%s1]}]}".formatted("1,".repeat(1_000))))
                    .contains("must[0].any should be a list of up to 1,000 values");
        }
    }
}
