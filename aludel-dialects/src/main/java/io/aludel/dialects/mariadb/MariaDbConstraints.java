// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;

/** Keys, checks and indexes as MariaDB writes them. */
final class MariaDbConstraints extends StandardConstraints {
    MariaDbConstraints(MariaDbDialect dialect) {
        super(dialect);
    }

    /** InnoDB reads {@code set default}, and then restricts. */
    @Override
    public String foreignKey(ForeignKey key) {
        if (key.onDelete() == ForeignKey.Action.SET_DEFAULT || key.onUpdate() == ForeignKey.Action.SET_DEFAULT) {
            throw new UnsupportedFeatureException(
                    "foreign key that sets the default (\"" + key.name() + "\")",
                    dialect.name(),
                    "Set null, or write the default before the row goes.");
        }
        return super.foreignKey(key);
    }

    @Override
    protected String part(String index, Index.Part part) {
        return part.length() != null && part.expression() instanceof ColumnRef column
                ? dialect.quote(column.column()) + "(" + part.length() + ")" + (part.descending() ? " desc" : "")
                : super.part(index, part);
    }
}
