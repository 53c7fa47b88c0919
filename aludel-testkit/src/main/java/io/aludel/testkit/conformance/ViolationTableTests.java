// SPDX-License-Identifier: Apache-2.0
package io.aludel.testkit.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.core.dialect.RenderedSql;
import io.aludel.core.expr.Assignment;
import io.aludel.core.expr.ColumnRef;
import io.aludel.core.expr.Comparison;
import io.aludel.core.expr.Delete;
import io.aludel.core.expr.InsertRows;
import io.aludel.core.expr.Statement;
import io.aludel.core.expr.TableSource;
import io.aludel.core.expr.Update;
import io.aludel.core.expr.Value;
import io.aludel.core.name.TableName;
import io.aludel.core.schema.Check;
import io.aludel.core.schema.Column;
import io.aludel.core.schema.ForeignKey;
import io.aludel.core.schema.PrimaryKey;
import io.aludel.core.schema.Schema;
import io.aludel.core.schema.Table;
import io.aludel.core.schema.UniqueKey;
import io.aludel.core.type.SqlType;
import io.aludel.core.type.ValueType;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.engine.EngineConnection;
import io.aludel.engine.EngineSettings;
import io.aludel.engine.ForeignKeyViolationException;
import io.aludel.testkit.TestedDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A program that gives its schema is told the same of a violation on every database: one expected text for all. */
abstract class ViolationTableTests extends ConformanceTests {
    /** What nobody but the cause may repeat. */
    private static final String SECRET = "s3cret";

    private static final List<String> PLAIN = List.of(
            "keeper",
            "animal",
            "name",
            "tag",
            "legs",
            "keeper_id",
            "pk_keeper",
            "pk_animal",
            "uq_animal",
            "ck_animal",
            "fk_animal");

    private static final List<String> HOSTILE = List.of(
            "Keeper.of \"x\"",
            "Animal.name, Animal",
            "Animal.name",
            "tag, Animal.name",
            "LEGS' \"n\"",
            "keeper`s.id",
            "Pk.\"Keeper\"",
            "Pk.Animal",
            "Uq'x \\",
            "Ck (\"`x`)",
            "FK `a` \"b\".c: d");

    ViolationTableTests(Supplier<? extends TestedDatabase> databases) {
        super(databases);
    }

    @Test
    void ofPlainNames() {
        tellsEachViolation(PLAIN);
    }

    @Test
    void ofHostileNames() {
        tellsEachViolation(HOSTILE);
    }

    @Test
    void ofAConstraintWhoseNameTheDatabaseHasCut() {
        List<String> names = PLAIN.stream()
                .map(name -> name.contains("_animal") ? name + "_Я".repeat(40) : name)
                .toList();
        try (Engine engine = engine(names)) {
            assumeTrue(engine.dialect().capabilities().has(Feature.LONG_NAMES), "long names are cut");
        }
        tellsEachViolation(names);
    }

    private Engine engine(List<String> names) {
        return Engine.create(database.dsn(), EngineSettings.DEFAULT.withSchema(schema(names)));
    }

    private void tellsEachViolation(List<String> names) {
        World world = new World(names);
        String keeper = names.get(0);
        String animal = names.get(1);
        String name = names.get(2);
        String tag = names.get(3);
        String legs = names.get(4);
        String keeperId = names.get(5);
        String primary = quoted(names.get(7)) + " (\"id\") of table " + quoted(animal);
        String unique =
                quoted(names.get(8)) + " (" + quoted(name) + ", " + quoted(tag) + ") of table " + quoted(animal);
        String check = quoted(names.get(9)) + " of table " + quoted(animal);
        String foreign = quoted(names.get(10)) + " (" + quoted(keeperId) + ") of table " + quoted(animal)
                + " would point at a row of table " + quoted(keeper);
        try (Engine engine = engine(names)) {
            engine.createAll(schema(names));
            try (EngineConnection connection = engine.connect()) {
                world.connection = connection;
                connection.insert(world.insert(keeper, "id"), List.<Object[]>of(new Object[] {1}));
                world.insertAnimal(1, "Rex", SECRET, 4, 1);
                world.insertAnimal(2, "Tom", SECRET, 4, 1);

                world.tells(
                        "Unique " + names.get(7) + " [id]",
                        "another row has the same values in unique key " + primary + ".",
                        () -> world.insertAnimal(1, SECRET, "b", 4, 1));
                world.tells(
                        "Unique " + names.get(8) + " " + List.of(name, tag),
                        "another row has the same values in unique key " + unique + ".",
                        () -> world.insertAnimal(3, "Rex", SECRET, 4, 1));
                world.tells(
                        "Unique " + names.get(8) + " " + List.of(name, tag),
                        "another row has the same values in unique key " + unique + ".",
                        () -> world.update(name, "Rex", ValueType.STRING));
                world.tells(
                        "NotNull null " + List.of(name),
                        "column " + quoted(name) + " of table " + quoted(animal) + " cannot be NULL.",
                        () -> world.insertAnimal(3, null, SECRET, 4, 1));
                world.tells(
                        "Check " + names.get(9) + " []",
                        "a row does not fulfil check " + check + ".",
                        () -> world.insertAnimal(3, SECRET, "b", -4711, 1));
                world.tells(
                        "Check " + names.get(9) + " []",
                        "a row does not fulfil check " + check + ".",
                        () -> world.update(legs, -4711, ValueType.INTEGER));
                world.tells(
                        "ForeignKey " + names.get(10) + " " + List.of(keeperId) + " to " + keeper,
                        "foreign key " + foreign + " that is not there.",
                        () -> world.insertAnimal(3, SECRET, "b", 4, 4711));
                world.tells(
                        "ForeignKey " + names.get(10) + " " + List.of(keeperId) + " to " + keeper,
                        "foreign key " + foreign + " that is not there.",
                        () -> world.update(keeperId, 4711, ValueType.INTEGER));
                world.tells(
                        "ForeignKey " + names.get(10) + " " + List.of(keeperId) + " to " + keeper,
                        "foreign key " + foreign + " that is not there.",
                        () -> world.execute(new Delete(world.source(keeper), null)));
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }

    private static Schema schema(List<String> names) {
        TableName keeper = TableName.of(names.get(0));
        ColumnRef legs = new ColumnRef("", names.get(4), ValueType.INTEGER);
        return Schema.of(
                Table.of(keeper, List.of(Column.notNull("id", SqlType.integer())))
                        .withPrimaryKey(new PrimaryKey(names.get(6), List.of("id"))),
                Table.of(
                                TableName.of(names.get(1)),
                                List.of(
                                        Column.notNull("id", SqlType.integer()),
                                        Column.notNull(names.get(2), SqlType.varchar(40)),
                                        Column.nullable(names.get(3), SqlType.varchar(40)),
                                        Column.nullable(names.get(4), SqlType.integer()),
                                        Column.nullable(names.get(5), SqlType.integer())))
                        .withPrimaryKey(new PrimaryKey(names.get(7), List.of("id")))
                        .withUniqueKeys(List.of(new UniqueKey(names.get(8), List.of(names.get(2), names.get(3)))))
                        .withChecks(List.of(new Check(
                                names.get(9),
                                new Comparison(Comparison.Operator.GE, legs, new Value(0, ValueType.INTEGER)))))
                        .withForeignKeys(
                                List.of(ForeignKey.of(names.get(10), List.of(names.get(5)), keeper, List.of("id")))));
    }

    /** Statements on the two tables. */
    private static final class World {
        private final List<String> names;
        private EngineConnection connection;

        World(List<String> names) {
            this.names = names;
        }

        InsertRows insert(String table, String... columns) {
            return new InsertRows(
                    TableName.of(table),
                    Arrays.stream(columns)
                            .map(column -> new ColumnRef(
                                    "",
                                    column,
                                    names.indexOf(column) == 2 || names.indexOf(column) == 3
                                            ? ValueType.STRING
                                            : ValueType.INTEGER))
                            .toList(),
                    null);
        }

        void insertAnimal(Object... values) {
            InsertRows animal = insert(names.get(1), "id", names.get(2), names.get(3), names.get(4), names.get(5));
            connection.insert(animal, List.<Object[]>of(values));
        }

        <T> void update(String column, T value, ValueType<T> type) {
            execute(new Update(
                    source(names.get(1)),
                    List.of(new Assignment(new ColumnRef("", column, type), new Value(value, type))),
                    new Comparison(
                            Comparison.Operator.EQ,
                            new ColumnRef("t", "id", ValueType.INTEGER),
                            new Value(2, ValueType.INTEGER))));
        }

        TableSource source(String table) {
            return new TableSource.TableRef(TableName.of(table), "t");
        }

        void execute(Statement statement) {
            RenderedSql sql = connection.dialect().toSql(statement);
            connection.update(sql);
        }

        void tells(String expected, String message, Runnable statement) {
            ConstraintViolationException violation =
                    catchThrowableOfType(ConstraintViolationException.class, statement::run);

            assertThat(violation).as(expected).isNotNull();
            assertThat(told(violation)).isEqualTo(expected);
            assertThat(violation.table()).isEqualTo(names.get(1));
            assertThat(violation)
                    .hasMessage("Cannot execute a statement on "
                            + connection.engine().description() + ": " + message + " SQL: " + violation.sql())
                    .hasCauseInstanceOf(SQLException.class);
            assertThat(violation.getMessage()).doesNotContain(SECRET).doesNotContain("4711");
        }

        private static String told(ConstraintViolationException violation) {
            String kind = violation.getClass().getSimpleName().replace("ViolationException", "");
            String told = kind + " " + violation.constraint() + " " + violation.columns();
            return violation instanceof ForeignKeyViolationException key ? told + " to " + key.target() : told;
        }
    }
}
