// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void showsControlCharactersByTheirEscapes() {
        assertThat(OneLine.of("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
        assertThat(OneLine.of("\u001b[2J\u0007\u007f\u009b\u0000")).isEqualTo("\\u001b[2J\\u0007\\u007f\\u009b\\u0000");
    }

    @Test
    void showsLineSeparatorsAndInvisibleFormatsByTheirEscapes() {
        assertThat(OneLine.of("\u2028\u2029")).isEqualTo("\\u2028\\u2029");
        assertThat(OneLine.of("\u202a\u202e\u2066\u2069\u200e\ufeff"))
                .isEqualTo("\\u202a\\u202e\\u2066\\u2069\\u200e\\ufeff");
        assertThat(OneLine.of(Character.toString(0xE0041))).isEqualTo("\\udb40\\udc41");
    }

    @Test
    void showsHalfOfASurrogatePairByItsEscape() {
        assertThat(OneLine.of("\ud83d!")).isEqualTo("\\ud83d!");
    }

    @Test
    void leavesAllElseAsItIs() {
        String text = "Ж \"q\" \\n %_; 田中 שלום e\u0301 👩\u200d🚀 می\u200cخواهم\u00a0";

        assertThat(OneLine.of(text)).isEqualTo(text);
        assertThat(OneLine.of("")).isEmpty();
    }

    @Test
    void quotesTheBeginningOfALongText() {
        assertThat(OneLine.quoted("a\"b\n")).isEqualTo("\"a\"b\\n\"");
        assertThat(OneLine.quoted("😀".repeat(200))).isEqualTo('"' + "😀".repeat(200) + '"');
        assertThat(OneLine.quoted("😀".repeat(201))).isEqualTo('"' + "😀".repeat(200) + "…\"");
    }
}
