// SPDX-License-Identifier: Apache-2.0
package io.aludel.testing.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aludel.core.dialect.Feature;
import io.aludel.engine.ConstraintViolationException;
import io.aludel.engine.Engine;
import io.aludel.mapping.Model;
import io.aludel.migrate.MigrationException;
import io.aludel.testing.databases.FreshDatabase;
import io.aludel.testing.databases.OnEveryDatabase;
import io.aludel.testing.journeys.owners.Owner;
import io.aludel.testing.journeys.owners.Pet;
import io.aludel.testing.journeys.owners.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model changes in nearly every way while its tables have rows: up, down, and up again. */
@OnEveryDatabase
class EvolutionTest {
    private static final Model BEFORE = Model.of(Owner.class, Pet.class, Toy.class);
    private static final Path LATER = Path.of("src", "test", "later");
    private static final String PACKAGE = "io.aludel.testing.journeys.owners.";

    /** What both models have. */
    private static final List<String> KEPT = List.of(
            "select id, name, note, optional, required, score, level, counted from \"Owner\" order by id",
            "select id, name, owner_id from pet order by id",
            "select id, name, pet_id from toy order by id");

    @TempDir
    private static Path classes = Path.of("");

    private static Model after = BEFORE;

    @TempDir
    private Path folder = Path.of("");

    private final FreshDatabase database;
    private final World world;

    EvolutionTest(FreshDatabase database) {
        this.database = database;
        world = new World(database);
    }

    @BeforeEach
    void fill() {
        world.migrate(BEFORE, folder);
        world.sessions(BEFORE).inTransaction(session -> {
            for (int i = 0; i < 20; i++) {
                Owner owner = new Owner("Owner " + i, i % 3 == 0 ? null : "it's", i % 2 == 0 ? null : -i);
                session.persist(owner);
                for (int p = 0; p < 3; p++) {
                    Pet pet = new Pet("Pet " + i + "." + p, owner);
                    session.persist(pet);
                    session.persist(new Toy("Toy", pet));
                }
            }
        });
    }

    @AfterEach
    void close() {
        world.close();
    }

    /** As text, so that an integer that became a bigint is the same. */
    private List<String> rows() {
        return KEPT.stream()
                .map(query -> {
                    try {
                        return database.rows(query).toString();
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    @Test
    void everyRowIsThereAfterEachStepUpAndDown() throws SQLException {
        List<String> before = rows();
        List<List<Object>> prices =
                database.rows("select cast(price as decimal(14, 4)), since from \"Owner\" order by id");

        world.migrate(after, folder);

        assertThat(world.migrations(after, folder).check().operations()).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(database.rows("select cast(price as decimal(14, 4)), since from \"Owner\" order by id"))
                .isEqualTo(prices);
        assertThat(database.rows("select count(*) from \"Owner\" where added")).hasToString("[[20]]");

        world.migrations(after, folder).downgrade("-1");

        assertThat(world.migrations(BEFORE, folder).check().operations()).isEmpty();
        assertThat(rows()).isEqualTo(before);
        assertThat(database.rows("select cast(price as decimal(14, 4)), since from \"Owner\" order by id"))
                .isEqualTo(prices);

        world.migrations(after, folder).upgrade("head");

        assertThat(world.migrations(after, folder).check().operations()).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whatTheNewModelPromisesHolds() throws SQLException {
        world.migrate(after, folder);
        String owner = world.engine().dialect().quote("Owner");

        world.execute("update pet set sitter_id = 2 where owner_id = 3");
        world.execute("delete from " + owner + " where id in (1, 2)");
        world.execute("insert into " + owner + " (name, level) values ('" + "n".repeat(200) + "', -1)");

        assertThat(database.rows("select count(*) from pet")).hasToString("[[51]]");
        assertThat(database.rows("select count(*) from toy")).hasToString("[[51]]");
        assertThat(database.rows("select id, optional, counted from \"Owner\" where level = -1"))
                .hasToString("[[21, none, 2]]");
        assertThatThrownBy(() -> world.execute("update " + owner + " set counted = -1 where id = 3"))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> world.execute("update pet set name = 'Pet 5.1' where name = 'Pet 5.2'"))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> world.execute("update pet set sitter_id = 4711"))
                .isInstanceOf(ConstraintViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"Owner\" set optional = null where id = 7",
                "update \"Owner\" set counted = -1 where id = 7",
                "update pet set name = 'same' where id in (7, 8)"
            })
    void rowsThatDoNotFitTheNewModelStopItAndNothingHasHappened(String misfit) {
        try (Engine engine = Engine.create(database.dsn())) {
            assumeTrue(
                    engine.dialect().capabilities().has(Feature.TRANSACTIONAL_DDL),
                    "the database takes changes of the schema back");
        }
        world.execute(misfit);
        List<String> before = rows();

        assertThatThrownBy(() -> world.migrate(after, folder))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("(?s).*(Nothing of this revision remains|no script was written).*");

        assertThat(rows()).isEqualTo(before);
        assertThat(world.migrations(BEFORE, folder).check().operations()).isEmpty();
    }

    /** The model from its later source, which cannot be compiled together with the present one. */
    @BeforeAll
    static void compileLater() throws Exception {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(LATER)) {
            sources.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(failed).isZero();
        ClassLoader loader = new LaterClasses(classes);
        after = Model.of(
                loader.loadClass(PACKAGE + "Owner"),
                loader.loadClass(PACKAGE + "Pet"),
                loader.loadClass(PACKAGE + "Toy"));
    }

    /** Asks its folder before its parent. */
    private static final class LaterClasses extends ClassLoader {
        private final Path folder;

        LaterClasses(Path folder) {
            super(EvolutionTest.class.getClassLoader());
            this.folder = folder;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            try {
                byte[] bytes = Files.readAllBytes(folder.resolve(name.replace('.', '/') + ".class"));
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
