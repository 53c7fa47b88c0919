// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import io.aludel.core.dialect.DdlStep;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.EnumType;
import io.aludel.core.type.ValueType;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a value is taken from an enum type, for which PostgreSQL has no word: a type of the same name is made without it, the columns change over, the
 * former type goes. All of it is one block, which asks the catalogue for the columns of the type wherever they are, so that none is missed. Checks,
 * predicates and views that compare with the type are in the way; the database says so, and nothing is changed.
 */
final class EnumValueRemoval {
    /** What the former type is called until it goes. */
    private static final String FORMER = "aludel_former_enum";

    private final PostgresDialect dialect;
    private final PostgresDdl ddl;
    private final EnumType type;
    private final String value;

    EnumValueRemoval(PostgresDialect dialect, PostgresDdl ddl, EnumType type, String value) {
        this.dialect = dialect;
        this.ddl = ddl;
        this.type = type;
        this.value = value;
    }

    /** A column that is inherited, one of a partition for one, follows its parent's. */
    List<DdlStep> steps(@Nullable String replacement) {
        String block = """
                declare
                    former oid := %1$s::regtype;
                    used record;
                    is_found boolean;
                    changes text[] := '{}';
                    change text;
                begin
                    for used in
                        select a.attrelid::regclass as tab, quote_ident(a.attname) as col,
                            case when a.atttypid = former then '' else '[]' end as multiple,
                            case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as def
                        from pg_attribute a
                            join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
                            left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                        where a.atttypid in (former, (select typarray from pg_type where oid = former))
                            and not a.attisdropped and a.attinhcount = 0
                        order by a.attrelid, a.attnum
                    loop
                %2$s
                        if used.def is not null then
                            execute format('alter table %%s alter column %%s drop default', used.tab, used.col);
                        end if;
                        changes := changes || format('alter table %%s alter column %%s set data type %%s using %%2$s::text%%4$s::%%3$s',
                            used.tab, used.col, %1$s || used.multiple, used.multiple);
                        if used.def is not null then
                            changes := changes || format('alter table %%s alter column %%s set default %%s', used.tab, used.col, used.def);
                        end if;
                    end loop;
                    %3$s;
                    foreach change in array changes loop
                        execute change;
                    end loop;
                    %4$s;
                end""".formatted(
                        text(ddl.quoted(type.name())),
                        (replacement == null ? guard() : replacing(replacement))
                                .indent(8)
                                .stripTrailing(),
                        executed(ddl.renameEnumType(type, former()), ddl.createEnumType(without())),
                        executed(ddl.dropEnumType(new EnumType(former(), List.of(), null)), List.of()));
        return List.of(new DdlStep.Sql("do " + text(block)));
    }

    private static String executed(List<DdlStep> first, List<DdlStep> then) {
        return Stream.concat(first.stream(), then.stream())
                .map(step -> ((DdlStep.Sql) step).sql())
                .collect(Collectors.joining(";\n    "));
    }

    private TableName former() {
        return TableName.of(type.name().schema(), FORMER);
    }

    private EnumType without() {
        return new EnumType(
                type.name(),
                type.values().stream().filter(other -> !other.equals(value)).toList(),
                type.comment());
    }

    /** Fails if a row has the value. */
    private String guard() {
        return """
                execute format('select exists (select from %%s where %%L = any (array[%%s]::text[]))', used.tab, %1$s, used.col)
                    into is_found;
                if is_found then
                    raise exception using message = format('rows of table %%s have the value %%L in column %%s;'
                        ' give one that they get instead, or change them first', used.tab, %1$s, used.col);
                end if;""".formatted(text(value));
    }

    private String replacing(String replacement) {
        return """
                if used.multiple = '' then
                    execute format('update %%s set %%s = %%L where %%2$s = %%4$L', used.tab, used.col, %2$s, %1$s);
                else
                    execute format('update %%s set %%s = array_replace(%%2$s, %%3$L::%%5$s, %%4$L::%%5$s) where %%3$L = any (%%2$s)',
                        used.tab, used.col, %1$s, %2$s, %3$s);
                end if;""".formatted(text(value), text(replacement), text(ddl.quoted(type.name())));
    }

    private String text(String text) {
        return dialect.types().literal(text, ValueType.STRING);
    }
}
