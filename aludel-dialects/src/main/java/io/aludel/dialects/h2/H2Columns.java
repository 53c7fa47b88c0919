// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.h2;

import io.aludel.core.dialect.StandardColumns;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NativeType;
import java.util.ArrayList;
import java.util.List;

/** Columns as H2 declares them. */
final class H2Columns extends StandardColumns {
    H2Columns(H2Dialect dialect) {
        super(dialect);
    }

    /** Whether its type is a domain, which has a name in quotes. */
    static boolean isOfDomain(Column column) {
        return column.type().in(H2Dialect.NAME) instanceof NativeType type
                && type.declaration().startsWith("\"");
    }

    /** The options that turn one identity into another. */
    List<String> identityChanges(Generation.Identity from, Generation.Identity to) {
        List<String> changes = new ArrayList<>();
        if (from.always() != to.always()) {
            changes.add("generated " + (to.always() ? "always" : "by default"));
        }
        changes.addAll(numberingChange(from.numbering(), to.numbering()));
        return changes;
    }

    /** What follows the name in a column's definition. */
    String withoutName(Table table, Column column) {
        return definition(table, column).substring(dialect.quote(column.name()).length() + 1);
    }

    /** One collation is the whole database's. */
    @Override
    protected String collation(Column column) {
        if (column.collation() != null) {
            throw new UnsupportedFeatureException(
                    "collation of a column (\"" + column.name() + "\", " + column.collation() + ")",
                    dialect.name(),
                    "Leave it out, and order by code point where the order must be one everywhere.");
        }
        return "";
    }

    /** H2 computes when the row is written, and has no word for it. */
    @Override
    protected String origin(Column column) {
        if (!(column.generation() instanceof Generation.Computed computed)) {
            return super.origin(column);
        }
        if (!computed.stored()) {
            throw new UnsupportedFeatureException(
                    "column computed when it is read (\"" + column.name() + "\")",
                    dialect.name(),
                    "Store it: it is then computed when the row is written.");
        }
        return " generated always as (" + inline(computed.expression()) + ")";
    }
}
