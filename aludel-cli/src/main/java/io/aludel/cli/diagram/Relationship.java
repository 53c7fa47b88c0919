// SPDX-License-Identifier: Apache-2.0
package io.aludel.cli.diagram;

import io.aludel.core.name.TableName;
import java.util.List;
import java.util.Objects;

/**
 * A foreign key as a line between two tables.
 *
 * @param child the table that has the foreign key
 * @param columns of the child
 * @param parent the table that it points at
 * @param parentColumns in the order of {@code columns}
 * @param optional a row of the child may have no parent, as a column takes NULL
 * @param oneToOne a row of the parent has one row of the child at most, as the columns are unique there; otherwise any number
 */
public record Relationship(
        String name,
        TableName child,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        boolean optional,
        boolean oneToOne) {
    public Relationship {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(child, "child");
        columns = List.copyOf(columns);
        Objects.requireNonNull(parent, "parent");
        parentColumns = List.copyOf(parentColumns);
    }

    boolean isSelfReference() {
        return child.equals(parent);
    }

    /** For people: {@code pet (owner_id) references person (id): a row of pet has one of person, or none; a row of person has any number of pet}. */
    String describe() {
        return child + " (" + String.join(", ", columns) + ") references " + parent + " ("
                + String.join(", ", parentColumns) + "): a row of " + child + " has one of " + parent
                + (optional ? ", or none" : "") + "; a row of " + parent + " has "
                + (oneToOne ? "one of " + child + ", or none" : "any number of " + child);
    }
}
