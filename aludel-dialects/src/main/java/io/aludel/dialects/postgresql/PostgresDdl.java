// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.StandardDdl;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Table;
import io.aludel.core.type.NativeType;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.StandardType;
import io.aludel.core.type.TypeKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** DDL as PostgreSQL has it: the standard's, which it changes tables in place by. */
final class PostgresDdl extends StandardDdl {
    private static final Set<TypeKind> NUMBERS = EnumSet.of(
            TypeKind.SMALLINT, TypeKind.INTEGER, TypeKind.BIGINT, TypeKind.DECIMAL, TypeKind.REAL, TypeKind.DOUBLE);
    private static final Set<TypeKind> TEXTS = EnumSet.of(TypeKind.CHAR, TypeKind.VARCHAR, TypeKind.TEXT);
    private static final Set<TypeKind> MOMENTS = EnumSet.of(TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_TZ);

    PostgresDdl(PostgresDialect dialect) {
        super(dialect, new PostgresColumns(dialect));
    }

    /** Values that PostgreSQL does not convert by itself are cast, as far as it has a cast at all. */
    @Override
    protected List<DdlStep> alterType(Table before, Column from, Column to) {
        String column = dialect.quote(from.name());
        String using = convertsByItself(from.type(), to.type())
                ? ""
                : " using cast(" + column + " as " + dialect.types().declaration(to.type()) + ")";
        return alter(before, from, "set data type " + type(to) + using);
    }

    /** Whether there is a cast that an assignment uses (manual, pg_cast). */
    private static boolean convertsByItself(SqlType from, SqlType to) {
        if (from.equals(to)) {
            return true;
        }
        if (from instanceof NativeType || to instanceof NativeType) {
            return false;
        }
        TypeKind one = ((StandardType) from).kind();
        TypeKind other = ((StandardType) to).kind();
        return one == other
                || TEXTS.contains(other)
                || NUMBERS.contains(one) && NUMBERS.contains(other)
                || MOMENTS.contains(one) && MOMENTS.contains(other);
    }

    /** A computed column is made again: its values follow from other columns, so nothing is lost. */
    @Override
    public List<DdlStep> alterColumn(Table before, Column from, Column to) {
        return to.generation() instanceof Generation.Computed
                        && !to.generation().equals(from.generation())
                ? computedAnew(before, to)
                : super.alterColumn(before, from, to);
    }

    /** Keys and indexes over the column go with it, and are made again too. */
    private List<DdlStep> computedAnew(Table before, Column to) {
        List<DdlStep> steps = new ArrayList<>(dropColumn(before, to));
        steps.addAll(addColumn(before, to));
        before.uniqueKeys().stream()
                .filter(key -> key.columns().contains(to.name()))
                .forEach(key -> steps.addAll(addUniqueKey(before, key)));
        before.indexes().stream()
                .filter(index -> index.columnNames().contains(to.name()))
                .forEach(index -> steps.addAll(createIndex(before, index)));
        return steps;
    }

    /** An identity that comes to a column with rows counts on from them, as numbers in use would be refused. */
    @Override
    protected List<DdlStep> addGeneration(Table before, Column from, Column to) {
        List<DdlStep> steps = new ArrayList<>(super.addGeneration(before, from, to));
        if (to.generation() instanceof Generation.Identity identity
                && identity.increment() > 0
                && !(from.generation() instanceof Generation.Identity)) {
            steps.addAll(sql(countOn(before, from, identity)));
        }
        return steps;
    }

    /** The sequence is found by its dependency: {@code pg_get_serial_sequence} may find the one of a former {@code serial}. */
    private String countOn(Table table, Column column, Generation.Identity identity) {
        return "select setval(d.objid::regclass, (select greatest(max(" + dialect.quote(column.name()) + ") + "
                + identity.increment() + ", " + identity.start() + ") from " + name(table.name()) + "), false)"
                + " from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid"
                + " where d.refobjid = " + text(name(table.name())) + "::regclass and a.attname = "
                + text(column.name()) + " and d.classid = 'pg_class'::regclass and d.deptype = 'i'";
    }

    /** A partitioned table's options stand one after the other. */
    @Override
    protected String options(Table table) {
        return table.options().isEmpty() ? "" : " " + String.join(" ", table.options());
    }
}
