// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate;

import io.aludel.core.dialect.Capabilities;
import io.aludel.core.dialect.Feature;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.migrate.op.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Keys and checks by chance, which the rows of {@link RandomRows} fulfil: what is unique has the identifier in it. */
record RandomKeys(Dice dice, Capabilities database) {
    Table primaryKey(Table table) {
        Column id = table.requireColumn("id");
        String name = "pk_" + table.name();
        if (id.generation() instanceof Generation.Identity || dice.chance(70)) {
            return table.withPrimaryKey(new PrimaryKey(name, List.of("id")));
        }
        Column second = table.columns().stream()
                .filter(column -> column.name().startsWith("c") || column.name().equals("k"))
                .filter(column -> !column.nullable())
                .filter(column -> !column.type().equals(SqlType.text()) || database.has(Feature.TEXT_PRIMARY_KEYS))
                .findFirst()
                .orElse(null);
        return second == null ? table : table.withPrimaryKey(new PrimaryKey(name, List.of("id", second.name())));
    }

    Table unique(Table table) {
        List<UniqueKey> keys = new ArrayList<>();
        boolean identifierIsPrimary =
                table.primaryKey() != null && table.primaryKey().columns().equals(List.of("id"));
        if (!identifierIsPrimary && dice.chance(80)) {
            keys.add(new UniqueKey("uq_" + table.name() + "_id", List.of("id")));
        }
        if (table.column("k").isPresent() && dice.chance(60)) {
            keys.add(new UniqueKey("uq_" + table.name() + "_id_k", List.of("id", "k")));
        }
        for (int i = 0; i < 2; i++) {
            List<String> columns = withIdentifier(table);
            if (dice.chance(40)
                    && keys.stream().noneMatch(key -> Set.copyOf(key.columns()).equals(Set.copyOf(columns)))) {
                keys.add(rare(new UniqueKey("shared_" + table.name() + "_" + i, columns)));
            }
        }
        return table.withUniqueKeys(keys);
    }

    private List<String> withIdentifier(Table table) {
        String other = dice.oneOf(table.columns()).name();
        boolean narrow = RandomColumns.isText(other) && !database.has(Feature.WIDE_INDEXES);
        return other.equals("id") || other.equals("g") || narrow
                ? List.of("id")
                : dice.oneOf(List.of("id", other), List.of(other, "id"));
    }

    private UniqueKey rare(UniqueKey key) {
        return key.withNullsDistinct(!database.has(Feature.NULLS_NOT_DISTINCT) || dice.chance(60))
                .withDeferral(database.has(Feature.DEFERRABLE_UNIQUE_KEYS) ? deferral() : Deferral.NOT_DEFERRABLE);
    }

    private Deferral deferral() {
        return dice.chance(50) ? Deferral.NOT_DEFERRABLE : dice.oneOf(Deferral.values());
    }

    Table checked(Table table) {
        List<Check> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            boolean plain = column.name().startsWith("c") || column.name().equals("k");
            if (plain && dice.chance(25)) {
                checks.add(new Check(
                        "ck_" + table.name() + "_" + column.name(),
                        condition(column.name()).expression()));
            }
        }
        boolean identity = table.requireColumn("id").generation() instanceof Generation.Identity;
        if (dice.chance(20) && (!identity || database.has(Feature.CHECKS_ON_IDENTITY))) {
            checks.add(new Check(
                    "ck_" + table.name(), Term.column("id").gt(-dice.below(3)).expression()));
        }
        return table.withChecks(checks);
    }

    private Term condition(String column) {
        Term term = Term.column(column);
        return RandomColumns.isText(column)
                ? dice.oneOf(
                        term.ne("it isn't " + dice.below(3)),
                        term.length().lt(30).and(term.like("%t's _").or(term.like("%a_"))),
                        Term.coalesce(term, "50%").startsWith("50%").or(term.isNotNull()))
                : dice.oneOf(
                        term.between(0, 3 + dice.below(9)),
                        term.plus(1).gt(new BigDecimal("0.5")),
                        term.in(0, 1, 2, 3).or(term.isNull()));
    }

    Table pointing(Table table, List<Table> tables) {
        List<ForeignKey> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean both = i == 2 && table.column("k2").isPresent() && dice.chance(60);
            List<String> from = both ? List.of("r" + i, "k2") : List.of("r" + i);
            List<String> to = both ? List.of("id", "k") : List.of("id");
            List<Table> targets =
                    tables.stream().filter(target -> isUnique(target, to)).toList();
            if (table.column("r" + i).isPresent() && !targets.isEmpty() && dice.chance(70)) {
                ForeignKey key = ForeignKey.of(
                        "fk_" + table.name() + "_" + i,
                        from,
                        dice.oneOf(targets).name(),
                        to);
                keys.add(rare(key.onDelete(action()).onUpdate(action())));
            }
        }
        return table.withForeignKeys(keys);
    }

    private ForeignKey.Action action() {
        return dice.oneOf(
                ForeignKey.Action.NO_ACTION,
                ForeignKey.Action.NO_ACTION,
                ForeignKey.Action.RESTRICT,
                ForeignKey.Action.CASCADE,
                ForeignKey.Action.SET_NULL);
    }

    private ForeignKey rare(ForeignKey key) {
        return key.withDeferral(database.has(Feature.DEFERRABLE_KEYS) ? deferral() : Deferral.NOT_DEFERRABLE)
                .withMatch(
                        database.has(Feature.MATCH_FULL) && dice.chance(30)
                                ? ForeignKey.Match.FULL
                                : ForeignKey.Match.SIMPLE);
    }

    /** By a key that a foreign key may point at. */
    private static boolean isUnique(Table table, List<String> columns) {
        return Stream.concat(
                        table.uniqueKeys().stream()
                                .filter(key -> !key.name().startsWith("shared"))
                                .map(UniqueKey::columns),
                        Stream.ofNullable(table.primaryKey()).map(PrimaryKey::columns))
                .anyMatch(columns::equals);
    }
}
