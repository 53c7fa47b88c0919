// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.ChangeCost;
import io.aludel.core.dialect.ChangeCost.Waiting;
import io.aludel.core.dialect.ChangeCost.Work;
import io.aludel.core.dialect.ChangeCosts;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.RawSql;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Exclusion;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What changes cost on PostgreSQL, by its manual: ALTER TABLE (Description and Notes), CREATE INDEX (Building Indexes Concurrently), 13.3.1 Table-Level
 * Locks.
 */
final class PostgresChangeCosts implements ChangeCosts {
    private static final String ALTER_TABLE = "PostgreSQL manual, ALTER TABLE";
    private static final String CREATE_INDEX = "PostgreSQL manual, CREATE INDEX";

    private static ChangeCost exclusive(Work work) {
        return new ChangeCost(work, Waiting.EVERYBODY, "ACCESS EXCLUSIVE lock", ALTER_TABLE);
    }

    /** "When a column is added … and a non-volatile DEFAULT is specified, the default value is … stored in the table's metadata" (Notes). */
    @Override
    public ChangeCost addColumn(Table before, Column column) {
        boolean rewrites = column.generation() instanceof Generation.Computed computed
                ? computed.stored()
                : column.generation() instanceof Generation.Identity
                        || column.defaultValue() instanceof Default.Of of && Volatility.isVolatile(of.expression());
        return exclusive(rewrites ? Work.REWRITE : Work.NOTHING);
    }

    @Override
    public ChangeCost dropColumn(Table before, Column column) {
        return exclusive(Work.NOTHING);
    }

    @Override
    public ChangeCost alterColumn(Table before, Column from, Column to) {
        boolean computed =
                from.generation() instanceof Generation.Computed || to.generation() instanceof Generation.Computed;
        if (!keepsRows(from.type(), to.type()) || computed && !from.generation().equals(to.generation())) {
            return exclusive(Work.REWRITE);
        }
        if (!Objects.equals(from.collation(), to.collation())) {
            return exclusive(Work.BUILD);
        }
        boolean proved = before.checks().stream().anyMatch(check -> check.validated() && refusesNull(check, to.name()));
        return exclusive(from.nullable() && !to.nullable() && !proved ? Work.SCAN : Work.NOTHING);
    }

    /** Types of which the bytes are the same, so that only the catalogue changes; times are in UTC, to which our connections are set. */
    private static boolean keepsRows(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (!(from instanceof StandardType former) || !(to instanceof StandardType next)) {
            return false;
        }
        if (isText(former.kind()) && isText(next.kind())) {
            return !next.hasLength() || former.hasLength() && former.length() <= next.length();
        }
        if (former.kind() == TypeKind.DECIMAL && next.kind() == TypeKind.DECIMAL) {
            return !next.hasLength()
                    || former.hasLength() && former.scale() == next.scale() && former.length() <= next.length();
        }
        List<TypeKind> moments = List.of(TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_TZ);
        return moments.contains(former.kind()) && moments.contains(next.kind());
    }

    private static boolean isText(TypeKind kind) {
        return kind == TypeKind.VARCHAR || kind == TypeKind.TEXT;
    }

    /** "if a valid CHECK constraint exists … which proves no NULL can exist, then the table scan is skipped" (SET NOT NULL, from version 12 on). */
    private static boolean refusesNull(Check check, String column) {
        Expression condition = check.condition();
        if (condition instanceof RawSql raw) {
            String text = raw.text()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[()\\s]+", " ")
                    .strip();
            String name = column.toLowerCase(Locale.ROOT);
            return text.equals(name + " is not null") || text.equals("\"" + name + "\" is not null");
        }
        return condition instanceof IsNull isNull
                && isNull.negated()
                && isNull.operand() instanceof ColumnRef reference
                && reference.column().equals(column);
    }

    @Override
    public ChangeCost convertColumn(Table before, Column from, Column to) {
        return exclusive(Work.REWRITE);
    }

    @Override
    public ChangeCost addPrimaryKey(Table before, PrimaryKey key) {
        return exclusive(Work.BUILD);
    }

    @Override
    public ChangeCost addUniqueKey(Table before, UniqueKey key) {
        return exclusive(Work.BUILD);
    }

    /** Of both tables. */
    @Override
    public ChangeCost addForeignKey(Table before, ForeignKey key) {
        return new ChangeCost(
                key.validated() ? Work.SCAN : Work.NOTHING, Waiting.WRITERS, "SHARE ROW EXCLUSIVE lock", ALTER_TABLE);
    }

    @Override
    public ChangeCost addCheck(Table before, Check check) {
        return exclusive(check.validated() ? Work.SCAN : Work.NOTHING);
    }

    @Override
    public ChangeCost addExclusion(Table before, Exclusion exclusion) {
        return exclusive(Work.BUILD);
    }

    @Override
    public ChangeCost createIndex(Table before, Index index, boolean concurrently) {
        return concurrently
                ? new ChangeCost(Work.BUILD, Waiting.NOBODY, "SHARE UPDATE EXCLUSIVE lock", CREATE_INDEX)
                : new ChangeCost(Work.BUILD, Waiting.WRITERS, "SHARE lock", CREATE_INDEX);
    }

    @Override
    public boolean indexesForeignKeys() {
        return false;
    }
}
