// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.EnumType;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Numbering;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.op.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns by chance. A name tells what a column may hold, so that the rows of one schema fit the other: {@code c0} numbers, {@code c1} texts, {@code r0} the
 * identifiers of other rows. What is not null has a default, but for the identifier.
 */
record RandomColumns(Dice dice, Capabilities database) {
    static final EnumType MOOD = EnumType.of(TableName.of("mood"), "sad", "it's so-so", "glad");

    private static final List<SqlType> NUMBERS =
            List.of(SqlType.smallint(), SqlType.integer(), SqlType.bigint(), SqlType.decimal(10, 2));
    private static final List<SqlType> TEXTS = List.of(SqlType.varchar(20), SqlType.varchar(60), SqlType.text());

    List<Column> next() {
        List<Column> columns = new ArrayList<>();
        columns.add(identifier());
        if (dice.chance(60)) {
            columns.add(Column.notNull("k", SqlType.integer()).withDefault(to(Term.value(1))));
        }
        for (int i = 0; i < 6; i++) {
            if (dice.chance(60)) {
                columns.add(i % 2 == 0 ? number("c" + i) : text("c" + i));
            }
        }
        for (int i = 0; i < 3; i++) {
            if (dice.chance(50)) {
                columns.add(Column.nullable("r" + i, SqlType.bigint()));
            }
        }
        if (dice.chance(50)) {
            columns.add(Column.nullable("k2", SqlType.integer()));
        }
        if (dice.chance(40)) {
            columns.add(flag());
        }
        if (dice.chance(40)) {
            columns.add(Column.nullable("d", SqlType.timestamp())
                    .withDefault(dice.chance(50) ? to(Term.currentTimestamp()) : Default.NONE));
        }
        if (dice.chance(40) && database.has(Feature.ENUM_TYPES)) {
            columns.add(Column.nullable(
                            "e", SqlType.namedEnum("mood", MOOD.values().toArray(String[]::new)))
                    .withDefault(dice.chance(50) ? to(Term.value("it's so-so")) : Default.NONE));
        }
        if (dice.chance(40)) {
            columns.add(computed(columns));
        }
        return columns.stream().map(this::commented).toList();
    }

    private Column identifier() {
        if (!dice.chance(60)) {
            return Column.notNull("id", SqlType.bigint());
        }
        boolean usual = !database.has(Feature.IDENTITY_OPTIONS) || dice.chance(70);
        return Column.identity("id", SqlType.bigint())
                .withGeneration(
                        usual
                                ? Generation.Identity.STANDARD
                                : new Generation.Identity(
                                        Numbering.of(1 + dice.below(2) * 9L, 1 + dice.below(2) * 4L)
                                                .within(1L, dice.oneOf(null, 5_000_000_000L))
                                                .withCache(dice.oneOf(1, 20))
                                                .withCycle(dice.chance(50)),
                                        dice.chance(50)));
    }

    private Column number(String name) {
        Default value = dice.oneOf(
                to(Term.value(dice.below(3))), to(Term.value(1).plus(dice.below(2))), to(Term.value(dice.below(3))));
        return withDefault(Column.nullable(name, dice.oneOf(NUMBERS)), value);
    }

    private Column text(String name) {
        return withDefault(Column.nullable(name, dice.oneOf(TEXTS)), to(Term.value("it's " + dice.below(3))));
    }

    private Column flag() {
        return withDefault(Column.nullable("b", SqlType.bool()), to(Term.value(dice.chance(50))));
    }

    private Column withDefault(Column column, Default value) {
        boolean nullable = dice.chance(50);
        return column.withNullable(nullable).withDefault(nullable && dice.chance(60) ? Default.NONE : value);
    }

    /** Of a column that is there always, if it is there, or of one whose type may change. */
    private Column computed(List<Column> columns) {
        List<Column> bases = columns.stream()
                .filter(column -> column.name().equals("k") || column.name().startsWith("c"))
                .toList();
        Column of = bases.isEmpty() ? columns.get(0) : dice.oneOf(bases);
        Term term = Term.column(of.name());
        boolean stored = !database.has(Feature.VIRTUAL_COLUMNS) || dice.chance(50);
        return isText(of.name())
                ? Column.nullable("g", SqlType.varchar(80))
                        .withGeneration(new Generation.Computed(
                                dice.oneOf(lower(term), Term.coalesce(term, "it's"))
                                        .expression(),
                                stored))
                : Column.nullable("g", SqlType.decimal(14, 2))
                        .withGeneration(new Generation.Computed(
                                dice.oneOf(term.times(2), term.plus(1).times(3)).expression(), stored));
    }

    private Term lower(Term term) {
        return database.has(Feature.CASE_FUNCTIONS) ? term.lower() : Term.concat(term, "x");
    }

    private Column commented(Column column) {
        return dice.chance(85) ? column : column.withComment(dice.oneOf("It's \"so\"", "one\ntwo", "50 %"));
    }

    static boolean isText(String column) {
        return column.startsWith("c") && (column.charAt(1) - '0') % 2 == 1;
    }

    private static Default to(Term value) {
        return new Default.Of(value.expression());
    }
}
