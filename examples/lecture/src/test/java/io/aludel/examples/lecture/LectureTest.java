// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.lecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

class LectureTest {
    private static final String PRINTED = """
            null
            1
            1: Python
            1: Python
            1: 1, дз1, 1
            2: 2, дз2, 1
            2: 2, дз2, 1
            1: 1, дз1, 1
            2: 2, дз2, 1
            2: 2, дз2, 1
            1: Python
            1: 1, дз1, 1
            2: 2, дз2, 1
            1: Python
            2: JavaScript
            1: Python
            """;

    @OnEveryDatabase
    void printsWhatTheLecturePrints(FreshDatabase database) {
        assertThat(run(database.dsn())).isEqualTo(PRINTED);
    }

    @OnEveryDatabase
    void printsTheSameWhenItIsRunAgain(FreshDatabase database) {
        run(database.dsn());

        assertThat(run(database.dsn())).isEqualTo(PRINTED);
    }

    private static String run(String dsn) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Lecture.run(dsn, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
