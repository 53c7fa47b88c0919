// SPDX-License-Identifier: Apache-2.0
package io.aludel.dialects.postgresql;

import static io.aludel.core.type.ValueType.INTEGER;
import static io.aludel.core.type.ValueType.LONG;
import static io.aludel.core.type.ValueType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.DdlStep;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Dsn;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.MigrationLock;
import io.aludel.core.dialect.ServerIdentity;
import io.aludel.core.dialect.ServerVersion;
import io.aludel.core.dialect.SqlError;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.expr.Arithmetic;
import io.aludel.core.expr.CodePointOrder;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Expression;
import io.aludel.core.expr.FunctionCall;
import io.aludel.core.expr.FunctionCall.Function;
import io.aludel.core.expr.Order;
import io.aludel.core.expr.RawSql;
import io.aludel.core.expr.Select;
import io.aludel.core.expr.SelectItem;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.Generation;
import io.aludel.core.schema.Index;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the servers that are never run here are told, and what they are not asked for. */
class PostgresServersTest {
    private static final Dialect POSTGRES = new PostgresDialect();
    private static final Dialect COCKROACH = new PostgresDialect(Server.COCKROACHDB, new ServerVersion(25, 2));
    private static final Dialect YUGABYTE = new PostgresDialect(Server.YUGABYTEDB, new ServerVersion(2025, 1));

    private static final ColumnRef NUMBER = new ColumnRef("t", "n", INTEGER);
    private static final ColumnRef TEXT = new ColumnRef("t", "s", STRING);
    private static final ColumnRef MOMENT = new ColumnRef("t", "m", ValueType.INSTANT);
    private static final ColumnRef DAY = new ColumnRef("t", "d", ValueType.LOCAL_DATE);

    private static final Table GRADES = Table.of(
                    TableName.of("school", "grades"),
                    List.of(
                            Column.identity("id", SqlType.bigint()),
                            Column.notNull("value", SqlType.integer()),
                            Column.nullable("half", SqlType.integer()).withGeneration(computed("value / 2", false))))
            .withPrimaryKey(new PrimaryKey("pk_grades", List.of("id")))
            .withUniqueKeys(List.of(new UniqueKey("uq_grades", List.of("value"))));

    private static Generation computed(String sql, boolean stored) {
        return new Generation.Computed(new RawSql("postgresql", sql, INTEGER), stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PostgreSQL 17.4 (Debian 17.4-1.pgdg120+2) on x86_64-pc-linux-gnu, compiled by gcc | 170004 | PostgreSQL 17.4",
                "PostgreSQL 18.0 on x86_64-windows, compiled by msvc-19.44 | 180000 | PostgreSQL 18.0",
                "CockroachDB CCL v25.2.1 (x86_64-pc-linux-gnu, built 2025/06/02 17:40:11, go1.23.7) | 130000 | CockroachDB 25.2",
                "CockroachDB OSS v26.1.0-beta.1 (aarch64-unknown-linux-gnu, go1.25) | 180000 | CockroachDB 26.1",
                "PostgreSQL 15.12-YB-2025.1.0.1-b0 on x86_64-pc-linux-gnu, compiled by clang version 17.0.6, 64-bit | 150012 | YugabyteDB 2025.1",
                "PostgreSQL 11.2-YB-2024.2.3.0-b0 on x86_64-pc-linux-gnu, compiled by clang version 17.0.6, 64-bit | 110002 | YugabyteDB 2024.2"
            })
    void knowsAServerByWhatItSaysOfItself(String text, int number, String server) {
        CatalogReader answers = (sql, parameters) -> List.of(new CatalogRow(Map.of("server", text, "version", number)));

        assertThat(POSTGRES.introspector().server(answers)).hasToString(server);
    }

    @Test
    void isMadeForTheServerThatWasFound() {
        Dialect found = POSTGRES.forServer(new ServerIdentity("CockroachDB", new ServerVersion(25, 4)));

        assertThat(found.version()).isEqualTo(new ServerVersion(25, 4));
        assertThat(found.name()).isEqualTo("postgresql");
        assertThat(found.product()).isEqualTo("CockroachDB");
        assertThat(found.forVersion(new ServerVersion(26, 1)).product()).isEqualTo("CockroachDB");
        assertThat(found.forServer(new ServerIdentity("PostgreSQL", new ServerVersion(14, 2)))
                        .product())
                .isEqualTo("postgresql");
        assertThatThrownBy(() -> POSTGRES.forServer(new ServerIdentity("YugabyteDB", new ServerVersion(2024, 2))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("YugabyteDB has no support in Aludel for version 2024.2. Use version 2025.1 or newer.");
        assertThatThrownBy(() -> COCKROACH.forVersion(new ServerVersion(24, 3)))
                .hasMessage("CockroachDB has no support in Aludel for version 24.3. Use version 25.1 or newer.");
    }

    @ParameterizedTest
    @CsvSource({
        "cockroachdb://root@db/school, jdbc:postgresql://db:26257/school",
        "cockroachdb://root@db:5432/school, jdbc:postgresql://db:5432/school",
        "yugabytedb://yugabyte@db/school, jdbc:postgresql://db:5433/school"
    })
    void hasTheirSchemesAndPorts(String dsn, String url) {
        assertThat(POSTGRES.schemes()).contains(Dsn.parse(dsn).scheme());
        assertThat(POSTGRES.target(Dsn.parse(dsn)).url()).isEqualTo(url);
    }

    @Test
    void leavesOutWhatAServerLacksOrIsNotKnownToHave() {
        assertThat(COCKROACH.capabilities().features())
                .doesNotContain(
                        Feature.TRANSACTIONAL_DDL,
                        Feature.DEFERRABLE_KEYS,
                        Feature.DEFERRABLE_UNIQUE_KEYS,
                        Feature.DOMAINS,
                        Feature.EXCLUSION_CONSTRAINTS,
                        Feature.IDENTITY_RESET,
                        Feature.NOT_A_NUMBER,
                        Feature.NULLS_NOT_DISTINCT,
                        Feature.PARTITIONS,
                        Feature.ROUTINES,
                        Feature.TRIGGERS)
                .contains(Feature.SEQUENCES, Feature.ENUM_TYPES, Feature.VIRTUAL_COLUMNS, Feature.PARTIAL_INDEX);
        Set<Feature> onlyInPostgres = EnumSet.copyOf(
                POSTGRES.forVersion(new ServerVersion(15, 0)).capabilities().features());
        onlyInPostgres.removeAll(YUGABYTE.capabilities().features());
        assertThat(onlyInPostgres)
                .containsExactlyInAnyOrder(
                        Feature.BATCHES_IN_BULK,
                        Feature.DEFERRABLE_UNIQUE_KEYS,
                        Feature.EXCLUSION_CONSTRAINTS,
                        Feature.IDENTITY_RESET,
                        Feature.INDEX_COLLATIONS,
                        Feature.INDEX_METHODS,
                        Feature.NULLS_NOT_DISTINCT,
                        Feature.OPERATOR_CLASSES,
                        Feature.TRANSACTIONAL_DDL,
                        Feature.UNVALIDATED_CONSTRAINTS);
        assertThat(YUGABYTE.capabilities().has(Feature.VIRTUAL_COLUMNS)).isFalse();
        assertThat(POSTGRES.bulkLoader()).isPresent();
        assertThat(COCKROACH.bulkLoader()).isEmpty();
        assertThat(YUGABYTE.bulkLoader()).isEmpty();
    }

    @Test
    void createsATable() {
        assertThat(text(COCKROACH.ddl().createTable(GRADES, Set.of()))).isEqualTo("""
                        create table school.grades (
                            id bigint generated by default as identity not null,
                            "value" int4 not null,
                            half int4 generated always as (value / 2) virtual,
                            constraint pk_grades primary key (id),
                            constraint uq_grades unique ("value")
                        );
                        """);
        assertThatThrownBy(() -> YUGABYTE.ddl().createTable(GRADES, Set.of()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("YugabyteDB 2025.1 has no column computed when it is read (\"half\"). Store it: it is then"
                        + " computed when the row is written.");
    }

    @Test
    void dropsAUniqueKeyOfCockroachByItsIndex() {
        UniqueKey key = GRADES.uniqueKeys().get(0);

        assertThat(text(COCKROACH.ddl().dropUniqueKey(GRADES, key)))
                .isEqualTo("drop index school.grades@uq_grades cascade;\n");
        assertThat(text(COCKROACH.ddl().dropIndex(GRADES, Index.of("ix", "value"))))
                .isEqualTo("drop index school.grades@ix;\n");
        assertThat(text(YUGABYTE.ddl().dropUniqueKey(GRADES, key)))
                .isEqualTo("alter table school.grades drop constraint uq_grades;\n");
        assertThat(text(YUGABYTE.ddl().dropIndex(GRADES, Index.of("ix", "value"))))
                .isEqualTo("drop index school.ix;\n");
    }

    @Test
    void refusesToAlterWhatNeedsDependenciesThatCockroachDoesNotTell() {
        Column half = GRADES.requireColumn("half");

        assertThatThrownBy(() ->
                        COCKROACH.ddl().alterColumn(GRADES, half, half.withGeneration(computed("value / 3", false))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("CockroachDB has no other expression for the computed column \"school.grades.half\"."
                        + " Drop the column and add it anew, each in a revision of its own.");
        assertThatThrownBy(() -> COCKROACH
                        .ddl()
                        .alterColumn(
                                GRADES,
                                Column.notNull("id", SqlType.bigint()),
                                Column.identity("id", SqlType.bigint())))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage("CockroachDB has no identity for a column that is there, \"school.grades.id\"."
                        + " Drop the column and add it anew, each in a revision of its own.");
    }

    @Test
    void deletesRowsTableByTableWhereCountersAreNotSetBack() {
        Schema schema = Schema.of(List.of(GRADES), List.of());

        assertThat(text(POSTGRES.ddl().deleteAllRows(schema)))
                .isEqualTo("truncate table school.grades restart identity;\n");
        assertThat(text(COCKROACH.ddl().deleteAllRows(schema))).isEqualTo("delete from school.grades;\n");
        assertThat(text(YUGABYTE.ddl().deleteAllRows(schema))).isEqualTo("delete from school.grades;\n");
    }

    private static String text(List<DdlStep> steps) {
        return steps.stream().map(step -> ((DdlStep.Sql) step).sql() + ";\n").collect(Collectors.joining());
    }

    @Test
    void tellsCockroachWhatItTakesOtherwise() {
        Expression half = new Arithmetic(Arithmetic.Operator.INTEGER_DIVIDE, NUMBER, NUMBER, LONG);

        assertThat(sql(YUGABYTE, half)).isEqualTo("select t.n / nullif(t.n, 0)");
        assertThat(sql(COCKROACH, half)).isEqualTo("select trunc(t.n / nullif(t.n, 0))");
        assertThat(sql(COCKROACH, later(Function.PLUS_MICROSECONDS, MOMENT)))
                .isEqualTo("select t.m + t.n * interval '1 microsecond'");
        assertThat(sql(COCKROACH, later(Function.PLUS_MONTHS, DAY)))
                .isEqualTo("select cast(t.d + t.n * interval '1 month' as date)");
        assertThat(sql(COCKROACH, FunctionCall.of(Function.LOWER, STRING, TEXT)))
                .isEqualTo("select lower(t.s)");
        assertThat(sql(YUGABYTE, FunctionCall.of(Function.LOWER, STRING, TEXT))).isEqualTo("select lower(t.s)");
    }

    private static Expression later(Function unit, ColumnRef time) {
        return FunctionCall.of(unit, time.type(), time, NUMBER);
    }

    private static String sql(Dialect dialect, Expression expression) {
        return dialect.toSql(Select.of(List.of(SelectItem.of(expression)))).sql();
    }

    @Test
    void ordersNullsAndTextAsEverywhere() {
        Select byText = Select.of(List.of(SelectItem.of(TEXT)))
                .withOrderBy(List.of(new Order(new CodePointOrder(TEXT), false, Order.Nulls.LAST)));

        assertThat(YUGABYTE.toSql(byText).sql()).isEqualTo("select t.s order by t.s collate \"C\"");
        assertThat(COCKROACH.toSql(byText).sql()).isEqualTo("select t.s order by t.s nulls last");
    }

    @Test
    void keepsMigrationsApartByWhatThereIs() {
        MigrationLock.OnServer postgres =
                (MigrationLock.OnServer) POSTGRES.migrationLock().orElseThrow();

        assertThat(YUGABYTE.migrationLock())
                .contains(new MigrationLock.OnServer(postgres.tryQuery(), postgres.releaseQuery(), null));
        assertThat(COCKROACH.migrationLock())
                .contains(new MigrationLock.TableRow(
                        "create table if not exists aludel_lock (id primary key) as values (1)",
                        "select id from aludel_lock for update skip locked"));
    }

    @Test
    void saysHowToCompareWhereDdlCannotBeRolledBack() {
        CatalogReader nobody = (sql, parameters) -> List.of();

        assertThat(POSTGRES.scratch().url(nobody)).isEmpty();
        assertThatThrownBy(() -> COCKROACH.scratch().url(nobody))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessage(
                        "CockroachDB has no DDL that can be rolled back, so that a model can be compared with it only by"
                                + " way of a PostgreSQL server. Upgrade a database of PostgreSQL by the same scripts, and compare"
                                + " with that one; the scripts that come of it are for both.");
        assertThatThrownBy(() -> YUGABYTE.scratch().url(nobody)).hasMessageStartingWith("YugabyteDB has no DDL");
    }

    @ParameterizedTest
    @CsvSource({
        "40001, 'ERROR: restart transaction: TransactionRetryWithProtoRefreshError: WriteTooOldError', SERIALIZATION_FAILURE",
        "40001, 'ERROR: could not serialize access due to concurrent update', SERIALIZATION_FAILURE",
        "40P01, 'ERROR: deadlock detected', DEADLOCK",
        "55P03, 'ERROR: could not obtain lock on row', LOCK_TIMEOUT",
        "23505, 'ERROR: duplicate key value violates unique constraint \"uq_grades\"', UNIQUE_VIOLATION",
        "57P01, 'ERROR: server is shutting down', CONNECTION_FAILURE"
    })
    void readsTheirErrorsByTheStatesOfPostgres(String state, String message, SqlError.Kind kind) {
        for (Dialect dialect : List.of(COCKROACH, YUGABYTE)) {
            assertThat(dialect.classify(new SQLException(message, state)).kind())
                    .isEqualTo(kind);
            assertThat(dialect.endingTransaction())
                    .contains(SqlError.Kind.SERIALIZATION_FAILURE, SqlError.Kind.DEADLOCK);
        }
    }
}
