// SPDX-License-Identifier: Apache-2.0
package io.aludel.core.dialect;

import static io.aludel.core.dialect.UnsupportedFeatureException.unless;

import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keys, checks and indexes as standard SQL writes them, and where it has none as PostgreSQL does. What a database lacks is refused, as it would be
 * forgotten otherwise. A dialect overrides what its database spells in another way.
 */
public class StandardConstraints {
    protected final Dialect dialect;

    public StandardConstraints(Dialect dialect) {
        this.dialect = dialect;
    }

    public String primaryKey(PrimaryKey key) {
        requireDeferrable("Primary key \"" + key.name() + "\"", key.deferral());
        return (key.isUnnamed() ? "" : constraint(key.name())) + "primary key " + list(key.columns())
                + include(key.name(), key.include()) + key.deferral().sql();
    }

    public String uniqueKey(UniqueKey key) {
        requireDeferrable("Unique constraint \"" + key.name() + "\"", key.deferral());
        return constraint(key.name()) + "unique " + nulls(key.name(), key.nullsDistinct()) + list(key.columns())
                + include(key.name(), key.include()) + key.deferral().sql();
    }

    public final String foreignKey(ForeignKey key) {
        return foreignKey(key, name(key.target()));
    }

    /** The same with a target as it stands in SQL. */
    protected String foreignKey(ForeignKey key, String target) {
        if (key.deferral() != Deferral.NOT_DEFERRABLE) {
            unless(
                    dialect,
                    Feature.DEFERRABLE_KEYS,
                    "foreign key that is checked when the transaction ends (\"" + key.name() + "\")",
                    "Leave out deferrable; a flush orders its statements so that no key needs it.");
        }
        if (key.match() == ForeignKey.Match.FULL) {
            unless(
                    dialect,
                    Feature.MATCH_FULL,
                    "match full (foreign key \"" + key.name() + "\")",
                    "Leave it out, and add a check that its columns are NULL together.");
        }
        return constraint(key.name()) + "foreign key " + list(key.columns()) + " references " + target + " "
                + list(key.targetColumns())
                + (key.match() == ForeignKey.Match.FULL ? " match full" : "")
                + action(" on delete ", key.onDelete())
                + action(" on update ", key.onUpdate())
                + key.deferral().sql() + validated(key.name(), key.validated());
    }

    private static String action(String event, ForeignKey.Action action) {
        return action == ForeignKey.Action.NO_ACTION ? "" : event + action.sql();
    }

    public String check(Check check) {
        return constraint(check.name()) + "check (" + inline(check.condition()) + ")"
                + validated(check.name(), check.validated());
    }

    public String exclusion(Exclusion exclusion) {
        unless(
                dialect,
                Feature.EXCLUSION_CONSTRAINTS,
                "exclusion constraints (\"" + exclusion.name() + "\")",
                "Check before you write, in a serializable transaction.");
        return constraint(exclusion.name()) + "exclude"
                + (exclusion.method() == null ? "" : " using " + exclusion.method())
                + exclusion.elements().stream()
                        .map(element -> part(exclusion.name(), element.part()) + " with " + element.operator())
                        .collect(Collectors.joining(", ", " (", ")"))
                + (exclusion.predicate() == null ? "" : " where (" + inline(exclusion.predicate()) + ")")
                + exclusion.deferral().sql();
    }

    /** {@code create index …}, of a table or a materialized view. */
    public String index(TableName table, Index index) {
        if (index.predicate() != null) {
            unless(
                    dialect,
                    Feature.PARTIAL_INDEX,
                    "index over some of the rows (\"" + index.name() + "\")",
                    "Leave out its predicate.");
        }
        if (index.method() != null) {
            unless(
                    dialect,
                    Feature.INDEX_METHODS,
                    "indexes of the kind " + index.method() + " (\"" + index.name() + "\")",
                    "Leave out the kind.");
        }
        if (!index.options().isEmpty()) {
            unless(dialect, Feature.INDEX_METHODS, "options of indexes (\"" + index.name() + "\")", "Leave them out.");
        }
        return (index.unique() ? "create unique index " : "create index ") + dialect.quote(index.name()) + " on "
                + name(table)
                + (index.method() == null ? "" : " using " + index.method())
                + index.parts().stream()
                        .map(part -> part(index.name(), part))
                        .collect(Collectors.joining(", ", " (", ")"))
                + include(index.name(), index.include())
                + (index.nullsDistinct() ? "" : " " + nulls(index.name(), false).strip())
                + (index.options().isEmpty() ? "" : " with (" + String.join(", ", index.options()) + ")")
                + (index.predicate() == null ? "" : " where " + inline(index.predicate()));
    }

    /** A key of an index. */
    protected String part(String index, Index.Part part) {
        boolean column = part.expression() instanceof ColumnRef;
        if (!column) {
            unless(
                    dialect,
                    Feature.EXPRESSION_INDEX,
                    "index over an expression (\"" + index + "\")",
                    "Store the expression in a computed column, and make an index over that.");
        }
        requireUsual(index, part);
        String key = inline(part.expression());
        return (column ? key : "(" + key + ")")
                + (part.length() == null ? "" : "(" + part.length() + ")")
                + (part.collation() == null ? "" : " collate " + collation(part.collation()))
                + (part.operatorClass() == null ? "" : " " + part.operatorClass())
                + (part.descending() ? " desc" : "")
                + part.nulls().sql();
    }

    private void requireUsual(String index, Index.Part part) {
        if (part.nulls() != Index.Nulls.USUAL) {
            unless(
                    dialect,
                    Feature.INDEX_NULLS_ORDER,
                    "place for NULLs in indexes (\"" + index + "\")",
                    "Leave out nulls first or last.");
        }
        if (part.collation() != null) {
            unless(
                    dialect,
                    Feature.INDEX_COLLATIONS,
                    "collations in indexes (\"" + index + "\")",
                    "Give the column the collation.");
        }
        if (part.operatorClass() != null) {
            unless(dialect, Feature.OPERATOR_CLASSES, "operator classes (\"" + index + "\")", "Leave it out.");
        }
        if (part.length() != null) {
            unless(
                    dialect,
                    Feature.INDEX_PREFIXES,
                    "indexes over the first characters (\"" + index + "\")",
                    "Leave out the length.");
        }
    }

    /** A collation's name is kept exactly, and so it is quoted always. */
    protected String collation(String collation) {
        return Identifiers.quote(collation);
    }

    private String validated(String constraint, boolean validated) {
        if (validated) {
            return "";
        }
        unless(
                dialect,
                Feature.UNVALIDATED_CONSTRAINTS,
                "constraint that holds for new rows only (\"" + constraint + "\")",
                "Mend the rows, and let it hold for all.");
        return " not valid";
    }

    private void requireDeferrable(String what, Deferral deferral) {
        if (deferral != Deferral.NOT_DEFERRABLE) {
            unless(
                    dialect,
                    Feature.DEFERRABLE_UNIQUE_KEYS,
                    "key that is checked when the transaction ends (" + what + ")",
                    "Leave out deferrable.");
        }
    }

    private String nulls(String key, boolean distinct) {
        if (distinct) {
            return "";
        }
        unless(
                dialect,
                Feature.NULLS_NOT_DISTINCT,
                "unique key to which NULLs are equal (\"" + key + "\")",
                "Make its columns not null.");
        return "nulls not distinct ";
    }

    private String include(String key, List<String> columns) {
        if (columns.isEmpty()) {
            return "";
        }
        unless(
                dialect,
                Feature.INDEX_INCLUDE,
                "further columns in an index (\"" + key + "\")",
                "Leave them out, or make them part of the key.");
        return " include " + list(columns);
    }

    private String constraint(String name) {
        return "constraint " + dialect.quote(name) + " ";
    }

    /** {@code (a, b)}. */
    public final String list(List<String> names) {
        return names.stream().map(dialect::quote).collect(Collectors.joining(", ", "(", ")"));
    }

    /** An object's name, its schema before it. */
    final String name(TableName name) {
        if (name.schema() == null) {
            return dialect.quote(name.name());
        }
        unless(dialect, Feature.SCHEMAS, "schemas (\"" + name + "\")", "Leave the schema out of the name.");
        return dialect.quote(name.schema()) + "." + dialect.quote(name.name());
    }

    final String inline(Expression expression) {
        return dialect.newRenderer().renderInline(expression);
    }

    /** A text as a literal; {@code null} for none. */
    final String text(@Nullable String text) {
        return text == null ? "null" : dialect.types().literal(text, ValueType.STRING);
    }
}
