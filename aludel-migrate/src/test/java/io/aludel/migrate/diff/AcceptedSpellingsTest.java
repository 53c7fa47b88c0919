// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedSpellingsTest {
    @TempDir
    private Path folder;

    @Test
    void keepsALineForEachInOrderWhateverIsInTheTexts() throws IOException {
        Spelling odd =
                new Spelling("sqlite", TableName.of("a\tb"), "ck\\n", "x = 'one\ntwo\r'", "x = char(9) || '\\t'");
        Spelling plain = new Spelling("h2", TableName.of("app", "grades"), "ck", "a in (1)", "a = 1");

        new AcceptedSpellings(List.of(odd)).plus(List.of(plain, odd)).writeTo(folder);

        assertThat(Files.readAllLines(folder.resolve("accepted.differences")))
                .hasSize(3)
                .last()
                .isEqualTo("sqlite\t\ta\\tb\tck\\\\n\tx = 'one\\ntwo\\r'\tx = char(9) || '\\\\t'");
        assertThat(AcceptedSpellings.in(folder).all()).containsExactly(plain, odd);
    }

    @Test
    void nothingIsAcceptedWhereThereIsNoFile() {
        assertThat(AcceptedSpellings.in(folder)).isEqualTo(AcceptedSpellings.NONE);
    }
}
