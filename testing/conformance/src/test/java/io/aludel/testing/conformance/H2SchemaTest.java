// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What H2's catalogue tells in ways of its own. */
class H2SchemaTest {
    @OnEveryDatabase(H2)
    void knowsRenamedColumnsInKeysByTheirPresentNames(FreshDatabase database) throws SQLException {
        database.execute(
                "create table a (x int, y int, z int, constraint pk primary key (x, y), constraint uq unique (z))",
                "create table b (p int, q int, r int, constraint fk foreign key (q, p) references a (x, y))",
                "create index ix on b (q, p, r desc)",
                "alter table a rename column y to w",
                "alter table a rename column z to v",
                "alter table b rename column p to o");

        Schema read = read(database, new ArrayList<>());

        Table a = read.requireTable(TableName.of("a"));
        assertThat(a.primaryKey()).isEqualTo(new PrimaryKey("pk", List.of("x", "w")));
        assertThat(a.uniqueKeys().get(0).columns()).containsExactly("v");
        Table b = read.requireTable(TableName.of("b"));
        assertThat(b.foreignKeys())
                .containsExactly(ForeignKey.of("fk", List.of("q", "o"), TableName.of("a"), List.of("x", "w")));
        assertThat(b.indexes()).extracting(Index::columnNames).containsExactly(List.of("q", "o", "r"));
    }

    @OnEveryDatabase(H2)
    void asksTheSameNumberOfQueriesHoweverManyTablesThereAre(FreshDatabase database) throws SQLException {
        List<String> few = new ArrayList<>();
        read(database, few);
        for (int i = 0; i < 100; i++) {
            database.execute("create table t" + i + " (id int primary key, n varchar(3) unique, check (id > 0))");
        }
        List<String> many = new ArrayList<>();

        assertThat(read(database, many).tables()).hasSize(100);
        assertThat(many).isEqualTo(few).hasSizeLessThanOrEqualTo(10).noneMatch(sql -> sql.contains(" join "));
    }

    private static Schema read(FreshDatabase database, List<String> queries) {
        try (Engine engine = Engine.create(database.dsn());
                EngineConnection connection = engine.connect()) {
            CatalogReader counted = (sql, parameters) -> {
                queries.add(sql);
                return connection.catalog().query(sql, parameters);
            };
            return engine.dialect().introspector().read(counted, Scope.DEFAULT_SCHEMA);
        }
    }
}
