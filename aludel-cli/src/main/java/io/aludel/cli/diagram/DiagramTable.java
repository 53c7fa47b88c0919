// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;

/** A table as it is drawn, with those of its columns that are shown, in their order. */
public record DiagramTable(TableName name, List<DiagramColumn> columns) {
    public DiagramTable {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
    }

    /** Where a column stands among those shown; -1 for one that is not. */
    int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        return -1;
    }
}
