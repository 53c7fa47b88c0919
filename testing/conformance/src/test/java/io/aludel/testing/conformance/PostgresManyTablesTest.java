// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.conformance;

import static io.aludel.testing.databases.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Scope;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.ObjectKind;
import io.aludel.core.schema.Schema;
import io.aludel.engine.Engine;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** By how many queries a large schema is read. */
@OnEveryDatabase(POSTGRESQL)
class PostgresManyTablesTest {
    private static final Scope PUBLIC = Scope.everything(Set.of());

    private final FreshDatabase database;
    private final Engine engine;

    PostgresManyTablesTest(FreshDatabase database) {
        this.database = database;
        this.engine = Engine.create(database.dsn());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Schema read(Scope scope) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), scope));
    }

    /** The rows of each query that a reading asks. */
    private List<List<CatalogRow>> asked(Scope scope) {
        List<List<CatalogRow>> asked = new ArrayList<>();
        engine.inTransaction(connection -> {
            CatalogReader catalog = connection.catalog();
            return engine.dialect()
                    .introspector()
                    .read(
                            (sql, parameters) -> {
                                List<CatalogRow> rows = catalog.query(sql, parameters);
                                asked.add(rows);
                                return rows;
                            },
                            scope);
        });
        return asked;
    }

    @Test
    void asksAsManyQueriesForAThousandTablesAsForOne() throws SQLException {
        database.execute("create table t (id int)");
        int everything = asked(PUBLIC).size();
        int model = asked(Scope.of(Set.of())).size();
        database.execute("""
                do 'begin for i in 1..999 loop
                    execute format(''create table t%s (id int primary key, n int check (n > 0), m int references t1)'', i);
                    execute format(''create index ix%s on t%s (n)'', i, i);
                end loop; end'""");

        assertThat(asked(PUBLIC)).hasSize(everything);
        assertThat(everything).isLessThanOrEqualTo(17);
        assertThat(asked(Scope.of(Set.of()))).hasSize(model);
        assertThat(model).isLessThanOrEqualTo(10);
        assertThat(read(PUBLIC).tables())
                .hasSize(1_000)
                .filteredOn(
                        table -> table.indexes().size() == 1 && table.checks().size() == 1)
                .hasSize(999);
        assertThat(asked(Scope.tables(TableName.of("t7"))))
                .as("the database chooses by name")
                .allMatch(rows -> rows.size() <= 8);
        assertThat(asked(new Scope(Set.of(), null, Set.of(ObjectKind.SEQUENCE))))
                .as("and by kind")
                .hasSizeLessThanOrEqualTo(5)
                .allMatch(rows -> rows.size() <= 8);
    }
}
