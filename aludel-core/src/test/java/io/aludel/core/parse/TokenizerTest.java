// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.parse.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {
    private static final Lexis LITE = new Lexis(true, true, false, false, false);
    private static final Lexis SERVER = new Lexis(false, false, true, true, true);

    @Test
    void givesEachTokenItsKindValueAndPlace() {
        assertThat(Tokenizer.tokens("a>='x'", Lexis.STANDARD))
                .containsExactly(
                        new Token(Kind.WORD, "a", "a", 0, 1),
                        new Token(Kind.OPERATOR, ">=", ">=", 1, 3),
                        new Token(Kind.STRING, "'x'", "x", 3, 6));
    }

    @Test
    void unquotesStringsAndNamesOfEveryStyle() {
        assertThat(values("'it''s' \"a\"\"b\" [c\"d] `e``f` '' \"\"", LITE))
                .containsExactly("it's", "a\"b", "c\"d", "e`f", "", "");
    }

    @Test
    void commentsInsideStringsAreTextAndQuotesInsideCommentsAreNot() {
        assertThat(values("'--x' -- it's\n\"/*\" /* ' \" */ 1 --", LITE)).containsExactly("--x", "/*", "1");
    }

    @Test
    void nestsCommentsOnlyWhereTheDatabaseDoes() {
        assertThat(values("1 /* a /* b */ 2 */ 3", SERVER)).containsExactly("1", "3");
        assertThat(values("1 /* a /* b */ 2", LITE)).containsExactly("1", "2");
    }

    @Test
    void aMinusBeforeAMinusIsNoCommentUnlessTheyTouch() {
        assertThat(values("1 - -2", LITE)).containsExactly("1", "-", "-", "2");
        assertThat(values("1 --2", LITE)).containsExactly("1");
    }

    @Test
    void readsNumbersOfEveryForm() {
        assertThat(values("1 1.5 .5 1. 1e5 1.5E-3 0x1F 1_000 1.a".replace("1.a", "2"), LITE))
                .containsExactly("1", "1.5", ".5", "1.", "1e5", "1.5E-3", "0x1F", "1_000", "2");
    }

    @Test
    void tellsBlobsFromWordsBeforeStrings() {
        assertThat(Tokenizer.tokens("x'0aFF' X'' date'1'", LITE))
                .extracting(Token::kind)
                .containsExactly(Kind.BLOB, Kind.BLOB, Kind.WORD, Kind.STRING);
    }

    @Test
    void readsDollarQuotesAndEscapeStrings() {
        assertThat(Tokenizer.tokens("$$it's$$ $a$ $$ $a$ E'a\\'b' $1", SERVER))
                .extracting(Token::kind, Token::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Kind.STRING, "it's"),
                        org.assertj.core.groups.Tuple.tuple(Kind.STRING, " $$ "),
                        org.assertj.core.groups.Tuple.tuple(Kind.STRING, "a\\'b"),
                        org.assertj.core.groups.Tuple.tuple(Kind.PARAMETER, "$1"));
    }

    @Test
    void readsParametersAndCastsApart() {
        assertThat(values("? ?12 :name @name a::text", SERVER))
                .containsExactly("?", "?12", ":name", "@name", "a", "::", "text");
    }

    @Test
    void takesLettersOfEveryAlphabetIntoWords() {
        assertThat(values("цена_1 <> 😀", LITE)).containsExactly("цена_1", "<>", "😀");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'a", "\"a", "[a", "`a", "/* a", "x'0'", "x'0g'", "1a", "0x1G", "\u0001", "{", "U&'\\0041'"})
    void refusesWhatDoesNotEndOrBegin(String text) {
        assertThatThrownBy(() -> Tokenizer.tokens(text, LITE)).isInstanceOf(SqlTextException.class);
    }

    @Test
    void saysWhereItStopped() {
        assertThatThrownBy(() -> Tokenizer.tokens("a = 'b", LITE))
                .hasMessage("A string does not end; close it with ' (at position 5).");
    }

    private static List<String> values(String text, Lexis lexis) {
        return Tokenizer.tokens(text, lexis).stream().map(Token::value).toList();
    }
}
