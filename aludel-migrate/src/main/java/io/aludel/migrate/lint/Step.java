// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.lint;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.migrate.op.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation at its place in a revision.
 *
 * @param operation itself, whatever databases and cases it is limited to
 * @param steps what the database has to do for it
 * @param place file and line
 * @param sizes how big a table is that the schema before has
 */
record Step(
        Dialect dialect,
        String revision,
        String place,
        Operation operation,
        List<DdlStep> steps,
        Schema before,
        Function<TableName, TableSize> sizes) {
    Optional<Table> table(TableName name) {
        return before.table(name);
    }

    TableSize size(TableName table) {
        return sizes.apply(table);
    }

    boolean rebuilds() {
        return steps.stream().anyMatch(DdlStep.Rebuild.class::isInstance);
    }

    Finding finding(Code code, String what, String safer) {
        return new Finding(code, revision, place, operation.describe(), what, safer);
    }
}
