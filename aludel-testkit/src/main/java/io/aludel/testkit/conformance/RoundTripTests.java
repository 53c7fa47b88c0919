// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aludel.core.dialect.CatalogReader;
import io.aludel.core.dialect.CatalogRow;
import io.aludel.core.dialect.Dialect;
import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.Scope;
import io.aludel.core.dialect.UnsupportedFeatureException;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.SchemaObject;
import io.aludel.core.schema.Table;
import io.aludel.engine.DdlRunner;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.ScratchPlace;
import io.aludel.testkit.TestedDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is created is read back as it was, and created from that elsewhere; what the database has not is refused, and never left out in silence. */
abstract class RoundTripTests extends ConformanceTests {
    private static final Scope ALL = Scope.everything(Set.of(SchemaProperties.OTHER));

    private final Engine engine = newEngine();
    private final Dialect dialect;

    RoundTripTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
        dialect = engine.dialect();
    }

    /** All that a schema can have on this database, as far as it can be said without words of the database's own. */
    private Schema everything() {
        Schema schema = SchemaProperties.BASE.withViews(List.of(SchemaProperties.view(dialect.name())));
        for (SchemaProperties.Property property : SchemaProperties.all(dialect.name())) {
            if (property.isOf(dialect)) schema = property.add().apply(schema);
        }
        return schema;
    }

    @Test
    void everythingIsReadBackAsItWasCreatedAndCreatedElsewhereAsItWasRead() {
        Schema schema = everything();
        engine.createAll(schema);

        Schema read = read(engine, ALL);

        assertThat(read.unreadable()).isEmpty();
        for (Table table : schema.tables()) {
            assertSaid(read.requireTable(table.name()), table);
        }
        try (ScratchPlace place = engine.scratch()) {
            Schema said = dialect.scratch().readBack(place, schema);
            SchemaAssert.assertSame(
                    Schema.of(read.tables(), read.sequences()), Schema.of(said.tables(), said.sequences()));
        }
        drop(engine, schema); // first, as some servers have their schemas beside the database and not within it
        TestedDatabase elsewhere = another();
        try (Engine other = Engine.create(elsewhere.dsn())) {
            other.createAll(read);
            SchemaAssert.assertSame(read(other, ALL), read);
            drop(other, read);
        }
    }

    /** To the last object, and the schemas too. */
    private static void drop(Engine engine, Schema schema) {
        engine.dropAll(schema);
        assertThat(read(engine, ALL).objects().map(SchemaObject::describe)).isEmpty();
        try (EngineConnection connection = engine.connect()) {
            schema.schemaNames()
                    .forEach(name ->
                            new DdlRunner(connection).run(engine.dialect().ddl().dropSchema(name)));
        }
    }

    /** What has one spelling only. Texts of defaults and conditions are compared as the database says them. */
    private void assertSaid(Table read, Table table) {
        assertThat(read.columns())
                .as(table.describe())
                .usingRecursiveFieldByFieldElementComparatorOnFields("name", "nullable")
                .isEqualTo(table.columns());
        assertThat(read.foreignKeys()).isEqualTo(table.foreignKeys());
        assertThat(read.uniqueKeys()).isEqualTo(table.uniqueKeys());
        assertThat(read.checks())
                .usingRecursiveFieldByFieldElementComparatorOnFields("name", "validated")
                .isEqualTo(table.checks());
        assertThat(read.indexes())
                .usingRecursiveFieldByFieldElementComparatorOnFields("name", "unique", "include", "nullsDistinct")
                .isEqualTo(table.indexes());
        if (dialect.capabilities().has(Feature.COMMENTS)) {
            assertThat(read.comment()).isEqualTo(table.comment());
        }
    }

    @Test
    void everyPropertyIsReadBackOrRefused() {
        Schema base = SchemaProperties.BASE;
        engine.createAll(base);
        Schema without = read(engine, ALL);
        drop(engine, base);
        for (SchemaProperties.Property property : SchemaProperties.all(dialect.name())) {
            Schema with = property.add().apply(base);
            if (property.isOf(dialect)) {
                engine.createAll(with);
                assertThat(read(engine, ALL)).as(property.feature().name()).isNotEqualTo(without);
                drop(engine, with);
            } else if (property.isRefusedBy(dialect)) {
                assertThat(catchThrowable(() -> engine.createAll(with)))
                        .as(property.feature().name())
                        .isInstanceOf(UnsupportedFeatureException.class);
            }
            assertThat(read(engine, ALL).objects().map(SchemaObject::describe))
                    .as(property.feature().name())
                    .isEmpty();
        }
    }

    @Test
    void manyTablesAreReadByAsManyQueriesAsFew() {
        engine.createAll(SchemaProperties.BASE);
        List<Integer> few = rowsOfQueries(ALL);
        List<Integer> one = rowsOfQueries(Scope.tables(SchemaProperties.PET));
        List<Table> many = new ArrayList<>(SchemaProperties.BASE.tables());
        for (int i = 0; i < 60; i++) {
            many.addAll(SchemaProperties.numbered(i));
        }
        engine.createAll(SchemaProperties.BASE.withTables(many));

        assertThat(rowsOfQueries(ALL)).hasSameSizeAs(few);
        assertThat(rowsOfQueries(Scope.tables(SchemaProperties.PET)))
                .as("the database chooses by name")
                .isEqualTo(one);
        assertThat(read(engine, Scope.tables(SchemaProperties.PET)).tables())
                .extracting(Table::name)
                .containsExactly(SchemaProperties.PET);
        assertThat(read(engine, ALL).tables()).hasSameSizeAs(many);
    }

    private List<Integer> rowsOfQueries(Scope scope) {
        List<Integer> asked = new ArrayList<>();
        engine.inTransaction(connection -> {
            CatalogReader catalog = connection.catalog();
            CatalogReader counted = (sql, parameters) -> {
                List<CatalogRow> rows = catalog.query(sql, parameters);
                asked.add(rows.size());
                return rows;
            };
            return dialect.introspector().read(counted, scope);
        });
        return asked;
    }

    private static Schema read(Engine engine, Scope scope) {
        return engine.inTransaction(
                connection -> engine.dialect().introspector().read(connection.catalog(), scope));
    }
}
