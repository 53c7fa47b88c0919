// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.mariadb;

import io.aludel.core.dialect.StandardConstraints;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import java.util.Set;
import java.util.stream.Collectors;

/** Keys, checks and indexes as MariaDB writes them. */
final class MariaDbConstraints extends StandardConstraints {
    /** Of whole texts, and of places. */
    private static final Set<String> KINDS = Set.of("fulltext", "spatial");

    private final MariaDbDialect mariaDb;

    MariaDbConstraints(MariaDbDialect dialect) {
        super(dialect);
        this.mariaDb = dialect;
    }

    /** InnoDB reads {@code set default}, and then restricts. */
    @Override
    protected String foreignKey(ForeignKey key, String target) {
        if (key.onDelete() == ForeignKey.Action.SET_DEFAULT || key.onUpdate() == ForeignKey.Action.SET_DEFAULT) {
            throw new UnsupportedFeatureException(
                    "foreign key that sets the default (\"" + key.name() + "\")",
                    dialect.name(),
                    "Set null, or write the default before the row goes.");
        }
        return super.foreignKey(key, target);
    }

    /** Some kinds are words before {@code index}; what else there is of it stands at the end. */
    @Override
    public String index(TableName table, Index index) {
        if (!index.include().isEmpty() || index.predicate() != null || !index.nullsDistinct()) {
            super.index(table, index); // refuses it
        }
        return "create " + index(index, " on " + mariaDb.name(table));
    }

    /** The index as a clause of {@code create table} and {@code alter table … add}. */
    String indexOfTable(Index index) {
        return index(index, "");
    }

    private String index(Index index, String on) {
        String method = index.method();
        boolean word = method != null && KINDS.contains(method);
        return (index.unique() ? "unique " : "") + (word ? method + " " : "") + "index "
                + dialect.quote(index.name())
                + (method == null || word ? "" : " using " + method)
                + on
                + index.parts().stream()
                        .map(part -> part(index.name(), part))
                        .collect(Collectors.joining(", ", " (", ")"))
                + index.options().stream().map(option -> " " + option).collect(Collectors.joining());
    }

    @Override
    protected String part(String index, Index.Part part) {
        return part.length() != null && part.expression() instanceof ColumnRef column
                ? dialect.quote(column.column()) + "(" + part.length() + ")" + (part.descending() ? " desc" : "")
                : super.part(index, part);
    }
}
