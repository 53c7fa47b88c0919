// SPDX-License-Identifier: Apache-2.0
package io.aludel.migrate.run;

import static io.aludel.core.type.SqlType.binary;
import static io.aludel.core.type.SqlType.bool;
import static io.aludel.core.type.SqlType.date;
import static io.aludel.core.type.SqlType.decimal;
import static io.aludel.core.type.SqlType.integer;
import static io.aludel.core.type.SqlType.text;
import static io.aludel.core.type.SqlType.timestamp;
import static io.aludel.core.type.SqlType.uuid;
import static io.aludel.core.type.SqlType.varchar;
import static io.aludel.migrate.op.Term.column;
import static io.aludel.migrate.op.Term.nullValue;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.type.BasicType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.migrate.Databases;
import io.aludel.migrate.diff.SchemaDifference;
import io.aludel.migrate.op.Operation;
import io.aludel.migrate.op.Operations;
import io.aludel.migrate.op.Reversal;
import io.aludel.migrate.op.RowsDefinition;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows as a part of migrations, and names that hurt. */
@OnEveryDatabase
class RowScenariosTest {
    private static final SchemaDifference NOTHING = new SchemaDifference(List.of(), List.of());
    private static final List<String> TEXTS = List.of(
            "50 % off, %s, {0}, ?, :name",
            "O'Reilly \"said\" `so`; --", "C:\\new\\table\\", "two\nlines\tand a tab", "Щука 🐟", "");

    private final FreshDatabase database;
    private final Engine engine;

    RowScenariosTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Tag("M-51")
    @Test
    void insertsRowsOfEveryKindOfValueAndTakesThemAwayAgain() throws SQLException {
        byte[] bytes = {0, 39, 92, -1};
        UUID id = new UUID(1, 2);
        OneRevision revision = new OneRevision(
                op -> {
                    op.createTable("thing", t -> {
                        t.column("id", integer()).notNull();
                        t.column("words", text());
                        t.column("price", decimal(10, 2));
                        t.column("born_on", date());
                        t.column("moment", timestamp());
                        t.column("used", bool());
                        t.column("content", binary());
                        t.column("code", uuid());
                        t.primaryKey("pk_thing", "id");
                    });
                    op.insertRows("thing", "id", "words", "price", "born_on", "moment", "used", "content", "code")
                            .row(
                                    1,
                                    "x",
                                    new BigDecimal("-0.05"),
                                    LocalDate.of(2026, 11, 29),
                                    LocalDateTime.of(2026, 11, 29, 17, 30, 1),
                                    true,
                                    bytes,
                                    id)
                            .row(2, null, null, null, null, null, null, null);
                    RowsDefinition texts = op.insertRows("thing", "id", "words");
                    for (int i = 0; i < TEXTS.size(); i++) {
                        texts.row(10 + i, TEXTS.get(i));
                    }
                },
                op -> op.dropTable("thing"));

        revision.upgrade(engine);

        try (EngineConnection connection = engine.connect()) {
            connection.begin();
            assertThat(connection.catalog().query("select words from thing where id >= 10 order by id"))
                    .extracting(row -> row.values().values().iterator().next())
                    .containsExactlyElementsOf(TEXTS);
        }
        String sameValues = "select id from thing where price = -0.05 and born_on = "
                + literal(LocalDate.of(2026, 11, 29), ValueType.LOCAL_DATE) + " and moment = "
                + literal(LocalDateTime.of(2026, 11, 29, 17, 30, 1), ValueType.LOCAL_DATE_TIME) + " and used = "
                + literal(true, ValueType.BOOLEAN) + " and code = " + literal(id, ValueType.UUID);
        assertThat(numbers(sameValues)).containsExactly(1);
        assertThat(database.rows("select content from thing where id = 1")
                        .get(0)
                        .get(0))
                .isEqualTo(bytes);
        assertThat(numbers("select id from thing where words is null and price is null and born_on is null"
                        + " and moment is null and used is null and content is null and code is null"))
                .containsExactly(2);
        assertThat(revision.text(engine))
                .contains("50 % off, %s, {0}, ?, :name")
                .contains("null");
        revision.downgrade(engine);
    }

    @Tag("M-51")
    @Test
    void insertsManyRowsWithFewStatementsAndDeletesOnlyThoseOnTheWayBack() throws SQLException {
        database.execute(
                "create table word (a integer not null, b varchar(20) not null, primary key (a, b))",
                "insert into word values (-1, 'old')");
        Consumer<Operations> way = op -> {
            RowsDefinition rows = op.insertRows("word", "a", "b");
            for (int i = 0; i < 201; i++) {
                rows.row(i, "w" + i);
            }
            rows.keyedBy("a", "b");
        };
        Operations recorded = new Operations();
        way.accept(recorded);
        Operation insert = recorded.operations().get(0);
        Schema schema = Databases.live(engine);
        Operation delete = ((Reversal.By) insert.reverse()).operation();

        assertThat(insert.render(engine.dialect(), schema)).hasSize(3);
        assertThat(delete.render(engine.dialect(), schema)).hasSize(3);
        OneRevision revision =
                new OneRevision(way, op -> op.delete("word").where(column("a").ge(0)));
        revision.upgrade(engine);
        assertThat(numbers("select count(*) from word")).containsExactly(202);
        revision.downgrade(engine);
        assertThat(numbers("select a from word")).containsExactly(-1);
        run(insert);
        run(delete);
        assertThat(numbers("select a from word")).containsExactly(-1);
    }

    @Test
    void changesRowsByTypedConditions() throws SQLException {
        database.execute(
                "create table word (a integer not null primary key, b varchar(20))",
                "insert into word values (1, 'one'), (2, 'two'), (3, 'three')");
        OneRevision revision = new OneRevision(
                op -> {
                    op.update("word")
                            .set("a", column("a").times(10))
                            .set("b", nullValue())
                            .where(column("b").startsWith("t"));
                    op.delete("word").where(column("a").dividedBy(4).eq(7.5));
                    op.insertFrom("word", "word")
                            .set("a", column("a").plus(100))
                            .set("b", "new")
                            .where(column("b").eq("one"));
                    op.addColumn("word", "c", integer());
                    op.update("word").set("c", column("a").plus(1));
                    op.addColumn("word", "d", integer());
                    op.update("word").set("c", column("c").times(1000)).set("d", column("c"));
                },
                op -> op.dropColumn("word", "c"));

        revision.upgrade(engine);

        assertThat(numbers("select d from word order by a")).containsExactly(2, 21, 102);
        assertThat(numbers("select a from word order by a")).containsExactly(1, 20, 101);
        assertThat(numbers("select c from word order by a")).containsExactly(2000, 21000, 102000);
        assertThat(numbers("select count(b) from word")).containsExactly(2);
    }

    @Tag("M-50")
    @Test
    void quotesEveryName() throws SQLException {
        String table = "select.\"Order\"";
        String renamed = "Group`s; --";
        String id = "Id";
        String odd = "O'Reilly \"x\".y";
        String other = "from";
        Schema before = Databases.live(engine);
        OneRevision revision = new OneRevision(
                op -> {
                    op.createTable(table, t -> {
                        t.column(id, integer()).notNull();
                        t.column(odd, varchar(40));
                        t.primaryKey("pk " + table, id);
                        t.unique("uq " + table, odd);
                        t.check("ck " + table, column(odd).ne("x"));
                        t.index("ix " + table, odd, id);
                    });
                    op.insertRows(table, id, odd).row(1, "a").row(2, null).keyedBy(id);
                    op.addColumn(table, other, varchar(60))
                            .notNull()
                            .fill(column(id).cast(varchar(20)));
                    op.update(table).set(odd, column(other)).where(column(odd).isNull());
                    op.delete(table).where(column(other).eq("1"));
                    op.alterColumn(table, odd, c -> {
                        c.from(varchar(40));
                        c.to(varchar(50)).notNull().fill(column(other));
                    });
                    op.renameIndex("ix " + table, table, "ix \"2\" Ä");
                    op.renameConstraint("uq " + table, table, "uq \"2\"; --");
                    op.renameConstraint("ck " + table, table, "ck '2'");
                    op.renameConstraint("pk " + table, table, "Key");
                    op.renameColumn(table, odd, "Values");
                    op.renameTable(table, renamed);
                },
                op -> {
                    op.renameTable(renamed, table);
                    op.renameColumn(table, "Values", odd);
                    op.renameConstraint("uq \"2\"; --", table, "uq");
                    op.dropIndex("ix \"2\" Ä", table);
                    op.dropUnique("uq", table);
                    op.dropCheck("ck '2'", table);
                    op.dropColumn(table, odd);
                    op.dropTable(table);
                });

        revision.upgrade(engine);

        Schema expected = before;
        Operations recorded = new Operations();
        revision.way().accept(recorded);
        for (Operation operation : recorded.operations()) {
            expected = operation.applyTo(expected);
        }
        assertThat(Databases.difference(engine, expected)).isEqualTo(NOTHING);
        assertThat(numbers("select count(*) from " + engine.dialect().quote(renamed) + " where "
                        + engine.dialect().quote("Values") + " = '2'"))
                .containsExactly(1);
        revision.downgrade(engine);
        assertThat(Databases.difference(engine, before)).isEqualTo(NOTHING);
    }

    @Tag("M-50")
    @Test
    void doesOnlyWhatThereIsToDo() throws SQLException {
        database.execute(
                "create table word (a integer not null primary key, b varchar(20))",
                "insert into word values (1, 'kept')");
        OneRevision revision = new OneRevision(
                op -> {
                    op.ifNotExists().createTable("word", t -> t.column("x", integer()));
                    op.ifNotExists().createTable("other \"x\"", t -> t.column("x", integer()));
                    op.ifNotExists().addColumn("word", "b", varchar(99));
                    op.ifNotExists().addColumn("word", "c", integer()).defaultTo(5);
                    op.ifNotExists().createIndex("ix_word", "word", "b");
                    op.ifNotExists().createIndex("ix_word", "word", "c");
                    op.ifExists().dropTable("nothing");
                    op.ifExists().dropColumn("word", "nothing");
                    op.ifExists().dropIndex("ix_nothing", "word");
                },
                op -> {
                    op.ifExists().dropIndex("ix_word", "word");
                    op.ifExists().dropColumn("word", "c");
                    op.ifExists().dropTable("other \"x\"");
                });

        revision.upgrade(engine);

        Table word = Databases.live(engine).requireTable(TableName.of("word"));
        assertThat(word.columns()).extracting(Column::name).containsExactly("a", "b", "c");
        assertThat(word.indexes()).containsExactly(Index.of("ix_word", "b"));
        assertThat(numbers("select c from word where b = 'kept'")).containsExactly(5);
        assertThat(Databases.live(engine).table(TableName.of("other \"x\""))).isPresent();
        revision.downgrade(engine);
        assertThat(Databases.live(engine).requireTable(TableName.of("word")).columns())
                .hasSize(2);
        assertThat(Databases.live(engine).table(TableName.of("other \"x\""))).isEmpty();
    }

    @Test
    void putsAViewInThePlaceOfAnother() throws SQLException {
        database.execute("create table word (a integer)", "insert into word values (1), (2)");
        OneRevision revision = new OneRevision(
                op -> {
                    op.createView("few", "select a from word where a < 2");
                    op.replaceView("few", "select a, 1 as b from word", v -> v.columns("c", "d"));
                },
                op -> {
                    op.replaceView("few", "select a from word where a < 2");
                    op.dropView("few");
                });

        revision.upgrade(engine);

        assertThat(numbers("select c + d from few order by 1")).containsExactly(2, 3);
        revision.downgrade(engine);
        assertThat(Databases.everything(engine).views()).isEmpty();
    }

    private void run(Operation operation) {
        try (EngineConnection connection = engine.connect()) {
            new DdlRunner(connection).run(operation.render(engine.dialect(), Databases.live(engine)));
        }
    }

    private <T> String literal(T value, BasicType<T> type) {
        return engine.dialect().types().literal(value, type);
    }

    private List<Integer> numbers(String query) throws SQLException {
        return database.rows(query).stream()
                .map(row -> ((Number) row.get(0)).intValue())
                .toList();
    }
}
