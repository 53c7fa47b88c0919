// SPDX-License-Identifier: Apache-2.0
package io.aludel.examples.gradebook.question;

import java.util.List;

/**
 * What a question is answered with: columns with names, and rows of texts, whole numbers, decimals and dates.
 *
 * @param columns the names, which are also the keys of JSON
 * @param rows each with a value for each column
 */
public record Answer(List<String> columns, List<List<Object>> rows) {
    public Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
