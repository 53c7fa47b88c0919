// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import io.aludel.migrate.MigrationException;
import io.aludel.migrate.op.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Rows are there that the new schema cannot have. */
public class RowsInTheWayException extends MigrationException {
    private final List<List<String>> rows;

    RowsInTheWayException(Recorded at, RowRequirement requirement, List<List<String>> rows, boolean more) {
        super(
                "MIG-025",
                "\"" + at.operation().describe() + "\" needs " + requirement.what() + ", and these do not allow it: "
                        + rows.stream()
                                .map(row -> said(requirement.columns(), row))
                                .collect(Collectors.joining(", "))
                        + (more ? ", and more" : "")
                        + ". Change these rows first, by a step of this revision or by hand.");
        this.rows = rows;
    }

    private static String said(List<String> columns, List<String> row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            values.add(columns.get(i) + " = " + row.get(i));
        }
        return values.stream().collect(Collectors.joining(", ", "(", ")"));
    }

    /** A few of them: the values that tell which rows they are, as text. */
    public List<List<String>> rows() {
        return rows;
    }
}
