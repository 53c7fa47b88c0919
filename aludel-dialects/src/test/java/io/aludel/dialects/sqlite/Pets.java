// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.sqlite;

import io.aludel.core.expr.Between;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.IsNull;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Default;
import io.aludel.core.schema.Deferral;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.ForeignKey.Action;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.util.List;

/** A small schema with one of everything that SQLite has. */
final class Pets {
    static final Table PERSON = Table.of(
                    TableName.of("person"),
                    List.of(
                            Column.identity("id", SqlType.bigint()),
                            Column.notNull("name", SqlType.varchar(40)).withCollation("NOCASE"),
                            Column.nullable("best_pet_id", SqlType.bigint()),
                            Column.notNull("joined", SqlType.timestampWithTimeZone())
                                    .withDefault(new Default.Of(
                                            FunctionCall.of(Function.CURRENT_TIMESTAMP, ValueType.INSTANT)))))
            .withPrimaryKey(new PrimaryKey("pk_person", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_person_name", List.of("name"))))
            .withForeignKeys(List.of(new ForeignKey(
                    "fk_person_best_pet_id",
                    List.of("best_pet_id"),
                    TableName.of("pet"),
                    List.of("id"),
                    Action.SET_NULL,
                    Action.NO_ACTION,
                    ForeignKey.Match.SIMPLE,
                    Deferral.DEFERRED,
                    true)));

    static final Table PET = Table.of(
                    TableName.of("pet"),
                    List.of(
                            Column.identity("id", SqlType.bigint()),
                            Column.notNull("owner_id", SqlType.bigint()),
                            Column.notNull("name", SqlType.text()),
                            Column.notNull("value", SqlType.integer())
                                    .withDefault(new Default.Of(new Value(-1, ValueType.INTEGER))),
                            Column.nullable("price", SqlType.decimal(10, 2)),
                            Column.notNull("tame", SqlType.bool())
                                    .withDefault(new Default.Of(new Value(true, ValueType.BOOLEAN))),
                            Column.nullable("born", SqlType.date()),
                            Column.nullable("label", SqlType.text())
                                    .withGeneration(new Generation.Computed(
                                            FunctionCall.of(
                                                    Function.CONCAT,
                                                    ValueType.STRING,
                                                    column("name"),
                                                    new Value("'s \"", ValueType.STRING)),
                                            true)),
                            Column.nullable("twice", SqlType.integer())
                                    .withGeneration(new Generation.Computed(
                                            new RawSql("sqlite", "value * 2", ValueType.INTEGER), false))))
            .withPrimaryKey(new PrimaryKey("pk_pet", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_pet_owner_id_name", List.of("owner_id", "name"))))
            .withForeignKeys(
                    List.of(ForeignKey.of("fk_pet_owner_id", List.of("owner_id"), TableName.of("person"), List.of("id"))
                            .onDelete(Action.CASCADE)))
            .withChecks(List.of(
                    new Check("ck_pet_name", new RawSql("sqlite", "length(name) > 0", ValueType.BOOLEAN)),
                    new Check(
                            "ck_pet_value",
                            new Between(
                                    new ColumnRef("", "value", ValueType.INTEGER),
                                    new Value(-1, ValueType.INTEGER),
                                    new Value(12, ValueType.INTEGER)))))
            .withIndexes(List.of(
                    new Index(
                                    "ix_pet_born",
                                    List.of(new Index.Part(column("born"), true), Index.Part.column("name")),
                                    false)
                            .withPredicate(new IsNull(column("born"), true)),
                    new Index(
                            "ux_pet_label",
                            List.of(new Index.Part(
                                    new RawSql("sqlite", "substr(name, 1, 3)", ValueType.STRING), false)),
                            true)));

    /** The names of a table that hides nothing from a writer of SQL. */
    static final Table HOSTILE = Table.of(
                    TableName.of("Группы \"x\" [y]; --"),
                    List.of(
                            Column.notNull("select", SqlType.integer()),
                            Column.notNull("Имя", SqlType.text()),
                            Column.nullable("a b`c", SqlType.text())
                                    .withDefault(new Default.Of(new Value("it's -- /* \"x\"", ValueType.STRING))),
                            Column.nullable("MixedCase", SqlType.text())))
            .withPrimaryKey(new PrimaryKey("pk \"quoted\"", List.of("select", "Имя")))
            .withChecks(List.of(new Check("ck, (x)", new IsNull(new ColumnRef("", "a b`c", ValueType.STRING), true))))
            .withIndexes(List.of(Index.of("ix ] ' x", "MixedCase", "a b`c")))
            .withOptions(List.of("without rowid"));

    static final Schema ALL = Schema.of(PERSON, PET, HOSTILE);

    private Pets() {}

    private static Expression column(String name) {
        return new ColumnRef("", name, ValueType.STRING);
    }
}
